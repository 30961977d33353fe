// Stands in for a page that could not be had. The address is still that page's, so it is only loaded again once the server answers.
const pause = 5000;            // between two looks, ± 25 %, for ever
const patience = 4000;
const betweenLoads = 10000;    // a server that answers, but does not give this page, is not asked for it in a circle
const slowLoad = 60000;        // a page that is on its way by then is not coming
const ownPath = '/install/waiting.html';
const loadedAt = 'timerRooms.waited';

const status = document.querySelector('[role=status]');
let timer = 0;                 // none while a look is under way

function isThere() {
  const stop = window.AbortController ? new AbortController() : null;
  const late = stop && setTimeout(() => stop.abort(), patience);
  return fetch('/health', { cache: 'no-store', signal: stop ? stop.signal : undefined })
    .then(answer => answer.text())
    .then(text => text === 'Healthy', () => false)  // a proxy, or the sign-in page of a network, says something else
    .then(found => {
      clearTimeout(late);
      return found;
    });
}

function load() {
  sessionStorage.setItem(loadedAt, Date.now());
  if (location.pathname === ownPath) location.replace('/');
  else location.reload();
}

const mayLoad = () => Math.abs(Date.now() - Number(sessionStorage.getItem(loadedAt))) > betweenLoads;

function schedule(delay) {
  timer = setTimeout(look, delay);
}

function look() {
  timer = 0;
  isThere().then(found => {
    const isComing = found && mayLoad();
    if (isComing) load();
    schedule(isComing ? slowLoad : pause * (0.75 + Math.random() / 2));
  });
}

// the network or the screen is back: no need to wait for the next look
function wake() {
  if (!timer || document.hidden) return;
  clearTimeout(timer);
  look();
}

document.querySelector('button').addEventListener('click', () => {
  status.textContent = 'Looking for it now.';
  isThere().then(found => {
    if (found) load();
    status.textContent = found ? 'It is back.' : 'No answer yet. This page goes on looking.';
  });
});
addEventListener('online', wake);
document.addEventListener('visibilitychange', wake);
schedule(pause * Math.random());
