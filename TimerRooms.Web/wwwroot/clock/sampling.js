// When the server's time is measured: often at first, with every beat, and whenever something may have put the clock out.
// Over the live connection the page asks; without one, every re-read of the page is a sample (reread.js).
import { addSample, now, unsettle } from './server-clock.js';

const beat = 6800;
const together = 850;  // all pages ask at such moments: at once they cost less
/** How long an answer may take: after a beat that leaves time to say within 10 s that there is none. */
export const patience = 3000;
const burstAt = [0, 150, 500, 1200, 2200];
const sleepBeyond = 250;

const local = () => performance.now();
let source = null;
let hasBeenLive = false;
let waitingSince = 0;
let heard = () => {};
let missed = () => {};
let woken = () => {};

/** Calls whenever the live connection answered; when it did not in time; when the page or its network is back. */
export function onPulse(onAnswer, onSilence, onWake) {
  heard = onAnswer;
  missed = onSilence;
  woken = onWake;
}

function sample(cause) {
  if (!source) return;
  const sent = local();
  const from = source;
  waitingSince = waitingSince || sent;
  // a lost connection is noticed elsewhere
  from().then(answer => {
    if (from !== source) return;  // given up meanwhile
    waitingSince = 0;
    addSample(cause, sent, local(), { now: answer[0], wall: answer[1] });
    heard();
  }, () => {});
}

let burst = [];

/** Measures several times within 3 s. */
export function measure(cause) {
  burst.forEach(clearTimeout);
  burst = burstAt.map(delay => setTimeout(() => sample(cause), delay));
}

/** Measures once, not at the same moment as all other pages. */
export function measureOnce(cause) { setTimeout(() => sample(cause), Math.random() * 1000); }

/** Measures once, and misses an answer that takes too long. */
export function ask(cause) {
  sample(cause);
  setTimeout(() => {
    // timers may be late
    if (source && waitingSince && local() - waitingSince > patience * 0.9) missed();
  }, patience);
}

/** Measures from now on by this function, which promises the server's moment and its wall offset; by none with null. */
export function measureBy(read) {
  source = read;
  waitingSince = 0;
  if (!read) return;
  // a slow page has nothing good to go by until now
  if (!hasBeenLive) unsettle();
  hasBeenLive = true;
  measure('start');
}

// the page itself is the first sample: the server wrote its time between the request and the first byte of the answer
function readPage() {
  const page = document.querySelector('.page[data-server-now]');
  const load = performance.getEntriesByType ? performance.getEntriesByType('navigation')[0] : null;
  if (page && load && load.responseStart) addSample('page', load.requestStart, load.responseStart, clockOf(page));
}

// what the server wrote about its clock
function clockOf(page) {
  const number = name => Number(page.getAttribute('data-' + name));
  return { now: number('server-now'), wall: number('wall-offset') || 0, process: number('process') };
}

// performance.now() may stand still while the device sleeps, Date.now() does not
let gap = Date.now() - local();
function hasSlept() {
  const before = gap;
  gap = Date.now() - local();
  return Math.abs(gap - before) > sleepBeyond;
}

function slept() {
  unsettle();
  measure('sleep');
  woken();
}

function wake(cause) {
  if (hasSlept()) return slept();
  measure(cause);
  woken();
}

// 100: a timer may be early
const next = () => setTimeout(() => { ask('beat'); next(); }, beat + 100 - (now() + 100) % together);

readPage();
next();
setInterval(() => { if (hasSlept()) slept(); }, 1000);
addEventListener('online', () => wake('online'));
addEventListener('pageshow', event => { if (event.persisted) wake('shown'); });
document.addEventListener('resume', () => wake('resumed'));
document.addEventListener('visibilitychange', () => { if (!document.hidden) wake('visible'); });
