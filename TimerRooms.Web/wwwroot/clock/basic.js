// The page of plain forms. It ticks, but nothing is pushed to it: every 10 s it asks whether the room is still as shown, and is
// loaded anew only if not, so that whoever stands on a button with the keyboard stays there.
import './timer-face.js';
import './wall-clock.js';

const every = 10000;
const serverFault = 500;
const versionOf = page => { const mark = page.querySelector('[data-version]'); return mark && mark.getAttribute('data-version'); };
const shown = versionOf(document);
let lookedAt = Date.now();
let leaving = false;

function look() {
  if (document.hidden) return;
  const wasAway = Date.now() - lookedAt > 2 * every;  // the page's clock may have stood still meanwhile
  lookedAt = Date.now();
  fetch(location.pathname, { cache: 'no-store' })
    .then(answer => answer.status < serverFault ? answer.text() : '')
    .then(text => {
      const page = new DOMParser().parseFromString(text, 'text/html');
      // a proxy that answers for a server that is down must not take the place of what still ticks here
      const isOurs = page.querySelector('[data-timerrooms]');
      if (isOurs && !leaving && (wasAway || versionOf(page) !== shown)) location.reload();
    })
    .catch(() => {});  // out of reach: the next look is soon
}

// times of day are those of the server until they are those of whoever looks
function translate(time) {
  const at = new Date(time.getAttribute('datetime'));
  const isToday = at.toDateString() === new Date().toDateString();
  time.textContent = (isToday ? '' : at.toLocaleDateString('en', { month: 'short', day: 'numeric' }) + ' ') + at.toLocaleTimeString('en-GB');
}

document.querySelectorAll('time').forEach(translate);
setInterval(look, every);
addEventListener('online', look);
document.addEventListener('visibilitychange', look);
addEventListener('submit', () => { leaving = true; });  // loading the page anew now would take the press away
addEventListener('pageshow', () => { leaving = false; });
