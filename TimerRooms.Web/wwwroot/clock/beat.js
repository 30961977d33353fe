// Wakes the page exactly when the next thing on it changes, and not once in between. Whatever ticks has a `draw(now)`,
// which returns the server moment of its next change (Infinity: none).
import { now, onSample } from './server-clock.js';

const next = new Map();
let timer = 0;
let frame = 0;
let queued = false;

/** Draws the thing soon, after all that is kept already, and from then on whenever it is due. */
export function keep(thing) {
  next.delete(thing);
  next.set(thing, 0);
  if (queued) return;
  queued = true;
  // not at once: the render that is just going on may not have put the thing's own text in yet
  Promise.resolve().then(() => { queued = false; beat(); });
}

export function drop(thing) { next.delete(thing); }

function beat() {
  const moment = now();
  next.forEach((due, thing) => { if (due <= moment) next.set(thing, thing.draw(moment)); });
  plan();
}

function plan() {
  clearTimeout(timer);
  cancelAnimationFrame(frame);
  let due = Infinity;
  next.forEach(moment => { due = Math.min(due, moment); });
  if (due === Infinity) return;

  const wait = due - now();
  if (wait > 40 || document.hidden) {
    // a little early, as timers are late and the clock may be gaining
    timer = setTimeout(beat, document.hidden ? Math.max(50, wait) : Math.min(wait * 0.94 - 16, 1e8));
  } else {
    frame = requestAnimationFrame(beat);
    timer = setTimeout(beat, 250);  // no frames come while a screen is off or a window is covered
  }
}

function redraw() {
  next.forEach((due, thing) => { next.set(thing, 0); });
  beat();
}

onSample(redraw);
addEventListener('pageshow', redraw);
document.addEventListener('visibilitychange', redraw);
