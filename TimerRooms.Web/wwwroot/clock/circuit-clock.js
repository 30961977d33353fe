// What the circuit and the page tell each other beside what is rendered: the server's time, how the page is, and when the person acted.
import { measureBy } from './sampling.js';
import { now } from './server-clock.js';
import { pageName } from './reread.js';
import { onChange, state } from './screen-state.js';

let clock = null;
let arrived = () => {};

/**
 * Calls when a circuit has rendered and tells the time. That is the proof of life, and not the first render alone: between the two a
 * connection could die without anyone noticing, and what is done would not carry its moment.
 */
export function onClock(listener) { arrived = listener; }

// as a promise in any case: the framework throws at once while the socket is closed
const ask = (method, argument) => new Promise(resolve => resolve(clock.invokeMethodAsync(method, argument)));

/** Promises the server's moment and its wall offset. */
export const serverNow = () => ask('Now', state()).then(answer => answer.split(' ').map(Number));

/** Tells the server when the person acted; to be called before the framework sends what was done, on the same connection. */
export function stamp() {
  if (clock) ask('Acted', now()).catch(() => {});  // if this fails, so does what was done
}

onChange(() => {
  if (clock) ask('Report', state()).catch(() => {});  // it is told again with the next sample
});

window.timerRooms = {
  // called by LiveRoot with an object that tells the server's time
  measureBy: answerer => {
    clock = answerer;
    measureBy(serverNow);
    arrived();
    return pageName;
  }
};
