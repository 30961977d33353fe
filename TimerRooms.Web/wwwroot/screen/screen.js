// What a page does with the device it is on, beside its digits: sound, light, battery, title. Loaded after the page has come.
import { changed, note } from '../clock/screen-state.js';
import { error } from '../clock/server-clock.js';
import './awake.js';
import './details.js';
import './effects.js';
import './full-screen.js';
import './panel.js';
import './pointer.js';
import './room-sound.js';
import './screen-call.js';
import './still.js';
import './viewer-count.js';
import { listen } from './listen.js';

const notable = 5;  // ms; a clock that is further off is told of until it is right again

listen(document, 'visibilitychange', changed);
setInterval(() => { if (Math.abs(error()) > notable) changed(); }, 1000);
changed();

function watch(battery) {
  // one that is being charged is no worry, and a device without any says that it is
  const told = () => note('battery', battery.charging ? null : Math.round(battery.level * 100));
  battery.addEventListener('levelchange', told);
  battery.addEventListener('chargingchange', told);
  told();
}

if (navigator.getBattery) navigator.getBattery().then(watch, () => {});
