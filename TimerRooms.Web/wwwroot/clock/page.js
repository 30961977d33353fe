// What every page with timers loads.
import './timer-face.js';
import './wall-clock.js';
import { start } from './connection.js';

start();
// not before the page stands: none of it is needed to see the timers
addEventListener('load', () => {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = 'screen/screen.js';
  document.head.appendChild(script);
});
