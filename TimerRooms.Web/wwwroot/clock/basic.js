// The page of plain forms. It ticks, but nothing is pushed to it: every 10 s it is read again, which also keeps its clock right, and
// loaded anew only if something changed, so that whoever stands on a button with the keyboard stays there.
import './timer-face.js';
import './wall-clock.js';
import { reread } from './reread.js';
import { onPulse } from './sampling.js';

const every = 10000;
const ignore = () => {};
let leaving = false;

function versionOf(page) {
  const mark = page && page.querySelector('[data-version]');
  return mark && mark.getAttribute('data-version');
}

const shown = versionOf(document);

function look() {
  if (document.hidden) return;
  reread().then(found => {
    if (!found || leaving) return;
    if (found.isElsewhere || found.isRestarted || versionOf(found.page) !== shown) location.reload();
    else found.takeClock();
  });
}

// times of day are those of the server until they are those of whoever looks
function translate(time) {
  const at = new Date(time.getAttribute('datetime'));
  const isToday = at.toDateString() === new Date().toDateString();
  time.textContent = (isToday ? '' : at.toLocaleDateString('en', { month: 'short', day: 'numeric' }) + ' ') + at.toLocaleTimeString('en-GB');
}

Array.from(document.querySelectorAll('time')).forEach(translate);
setInterval(look, every);
onPulse(ignore, ignore, look);
addEventListener('submit', () => { leaving = true; });  // loading the page anew now would take the press away
addEventListener('pageshow', () => { leaving = false; });
