// How this page is connected: live, with the server pushing changes, or reading itself again every few seconds. One loop brings
// it back from everything, in place, so that full screen and what was typed are kept.
import { start as startFramework, reconnect, hangUp, load, unload } from './framework.js';
import { ask, measure, measureBy, onPulse, patience } from './sampling.js';
import { onClock, serverNow } from './circuit-clock.js';
import { put, reread } from './reread.js';
import { reload } from './reload-guard.js';
import { show } from './status.js';

const pause = 5000;           // between two tries, ± 25 %, for ever
const endedPause = 30000;     // the same where there is nothing to see until a link or a room is brought back
const shortest = pause * 0.75;
const firstRenderWithin = 12000;
const notLiveAfter = 9500;
const eagerStarts = 6;        // so many starts that fail are tried again at every turn, then at every sixth

const local = () => performance.now();
const hasStatus = () => document.querySelector('[data-part=connection]') !== null;
const etag = () => document.querySelector('.page').getAttribute('data-etag');

let isUp = false;
let aliveAt = 0;
let isTrying = false;
let triedAt = -Infinity;
let timer = 0;
let turns = 0;
let failedStarts = 0;
let mayBeKept = false;        // the server may still have the circuit
let isRead = false;           // the last try found the server
let isLeaving = false;
let started = null;           // told how the start under way ends

/** Whether what is done on this page reaches the server now. */
export const isLive = () => isUp;

const listeners = [];

/** Calls when the page has become live, and when it is not any more. */
export function onTurn(listener) { listeners.push(listener); }

function tell() {
  show(isUp ? 'live' : local() - aliveAt < notLiveAfter ? 'reconnecting' : 'not-live', isRead);
}

// called when a circuit has rendered and tells the time, and when one that was kept answers
function rise() {
  const wasUp = isUp;
  isUp = mayBeKept = true;
  failedStarts = 0;
  clearTimeout(timer);
  timer = 0;
  heard();
  if (started) started(true);
  if (!wasUp) listeners.forEach(listener => listener(true));
}

function heard() {
  aliveAt = local();
  // the status may stand in what is just being rendered
  Promise.resolve().then(tell);
}

// a timer may fire a fraction of a millisecond before its time
const tellWhenSilent = () => setTimeout(tell, Math.max(0, aliveAt + notLiveAfter - local()) + 20);

function fall() {
  if (started) return started(false);
  if (isLeaving || isTrying || timer) return;
  isUp = isRead = false;
  measureBy(null);
  hangUp();
  tell();
  tellWhenSilent();
  listeners.forEach(listener => listener(false));
  schedule(Math.random() * 1000);
}

function schedule(delay) {
  clearTimeout(timer);
  timer = setTimeout(tryAgain, Math.max(delay, triedAt + shortest - local()));
}

function tryAgain() {
  timer = 0;
  isTrying = true;
  triedAt = local();
  turns++;
  const wantsLive = !!window.WebSocket && hasPlace();
  reread(wantsLive ? null : etag())
    .then(found => {
      isRead = found !== null;
      return found && !isUp && take(found, wantsLive);
    })
    .catch(fault => {
      console.error(fault);
      reload();
    })
    .then(rest);
}

function rest() {
  isTrying = false;
  if (isUp) return;
  tell();
  schedule((hasStatus() ? pause : endedPause) * (0.75 + Math.random() / 2));
}

const hasPlace = () => failedStarts < eagerStarts || turns % eagerStarts === 0;

function take(found, wantsLive) {
  // signed out, or a page of ours without timers: it says what happened
  if (found.isElsewhere || (found.isChanged && !found.page)) return reload();
  if (!found.isRestarted) found.takeClock();
  if (!found.isChanged) return;
  if (wantsLive && mayBeKept && !found.isRestarted) return reconnect().then(answers).then(isBack => isBack || revive(found));
  if (wantsLive) return revive(found);
  // typed text is worth more than news that cannot be acted on
  if (!document.querySelector('[data-draft]')) replace(found);
}

function answers(isBack) {
  if (!isBack) return false;
  return new Promise(resolve => {
    setTimeout(() => resolve(false), patience);
    serverNow().then(() => {
      measureBy(serverNow);
      rise();
      resolve(true);
    }, () => resolve(false));
  });
}

function replace(found) {
  mayBeKept = false;
  unload();
  put(found.page, found.title);
  if (found.isRestarted) found.takeClock();
  tell();
}

function revive(found) {
  replace(found);
  return hasStatus() && load().then(isLoaded => isLoaded && begin());
}

// starts the circuit of the page as it stands; promises whether it came to life
function begin() {
  return new Promise(resolve => {
    started = resolve;
    setTimeout(() => resolve(false), firstRenderWithin);
    startFramework(fall);
  }).then(isUpNow => {
    started = null;
    if (!isUpNow) failedStarts++;
    return isUpNow;
  });
}

// the network or the screen is back: no need to wait for the next turn
function wake() {
  if (isUp) ask('woken');
  else if (timer && local() - triedAt > shortest) schedule(0);
}

function first() {
  tell();
  tellWhenSilent();
  isTrying = true;
  if (hasStatus() && window.Blazor && window.WebSocket) begin().then(rest);
  else rest();
}

/** Connects this page, if it is one with timers. */
export function start() {
  if (!document.querySelector('.page[data-server-now]')) return;
  onPulse(heard, fall, wake);
  onClock(rise);
  addEventListener('pagehide', () => { isLeaving = true; });
  addEventListener('pageshow', () => { isLeaving = false; });
  document.addEventListener('click', event => {
    if (!event.target.closest('[data-part=sync]')) return;
    if (isUp) measure('asked');
    else wake();
  });
  if (document.readyState === 'complete') first();
  else document.addEventListener('DOMContentLoaded', first);
}
