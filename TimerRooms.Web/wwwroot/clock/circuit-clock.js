// What the circuit and the page tell each other beside what is rendered: the server's time, whether the page is in sight, and when
// the person acted.
import { measureBy } from './sampling.js';
import { now } from './server-clock.js';
import { pageName } from './reread.js';

let clock = null;
let arrived = () => {};

/**
 * Calls when a circuit has rendered and tells the time. That is the proof of life, and not the first render alone: between the two a
 * connection could die without anyone noticing, and what is done would not carry its moment.
 */
export function onClock(listener) { arrived = listener; }

// as a promise in any case: the framework throws at once while the socket is closed
const ask = (method, argument) => new Promise(resolve => resolve(clock.invokeMethodAsync.apply(clock, argument === undefined ? [method] : [method, argument])));

/** Promises the server's moment and its wall offset. */
export const serverNow = () => ask('Now').then(answer => answer.split(' ').map(Number));

/** Tells the server when the person acted; to be called before the framework sends what was done, on the same connection. */
export function stamp() {
  if (clock) ask('Acted', now()).catch(() => {});  // if this fails, so does what was done
}

function tellVisible() {
  if (clock) ask('Visible', !document.hidden).catch(() => {});  // the next page will be asked again
}

document.addEventListener('visibilitychange', tellVisible);

window.timerRooms = {
  // called by LiveRoot with an object that tells the server's time
  measureBy: answerer => {
    clock = answerer;
    measureBy(serverNow);
    arrived();
    if (document.hidden) tellVisible();
    return pageName;
  }
};
