// Keeps the screen from going dark while a timer runs. Browsers do that only over https, and let go of it when the page is hidden.
import { note } from '../clock/screen-state.js';
import { onTimers, timers } from '../clock/timer-face.js';
import { listen } from './listen.js';

let lock = null;
let isAsking = false;

export const canStayAwake = () => 'wakeLock' in navigator;

const isWanted = () => !document.hidden && timers().some(timer => timer.facts.since !== null);

function look() {
  if (!canStayAwake() || isAsking) return;
  if (lock && !isWanted()) return lock.release();
  if (lock || !isWanted()) return;
  isAsking = true;
  navigator.wakeLock.request('screen').then(take, () => {}).then(() => { isAsking = false; });  // a low battery is a reason to refuse
}

function take(taken) {
  lock = taken;
  note('awake', true);
  taken.addEventListener('release', () => {
    lock = null;
    note('awake', false);
    look();
  });
  if (!isWanted()) taken.release();
}

onTimers(look);
listen(document, 'visibilitychange', look);
look();
