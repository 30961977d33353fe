// What goes with a cue beside its tone: the timer flashes, the device shakes, speaks or tells that time is up; and the title of the tab
// says how it stands.
import { sentenceOf } from '../clock/announce.js';
import { keep } from '../clock/beat.js';
import { now } from '../clock/server-clock.js';
import { onTimers, timers } from '../clock/timer-face.js';
import { nextChange, phaseOf, textOf } from '../clock/timer-text.js';
import { cuesOf } from './cues.js';
import { roomSound, soundState } from './sound.js';

const every = ['warning', 'danger', 'zero'];
const early = 40;  // ms; the news of a zero may come before it by this page's clock, and change the facts
const late = 1000;
const flashFor = 2400;

let known = [];
let doneUntil = now();

const cues = {
  draw(at) {
    const all = [];
    timers().forEach(timer => cuesOf(timer.facts, every).forEach(({ cue, at }) => all.push({ cue, at, timer })));
    const due = new Map(known.concat(all).filter(one => one.at > doneUntil && one.at <= at + early && at - one.at < late).map(one => [one.timer.id + one.cue, one]));
    due.forEach(show);
    known = all;
    doneUntil = at + early;
    return Math.min(...all.map(one => one.at).filter(moment => moment > doneUntil), Infinity);
  }
};

function show({ cue, at, timer }) {
  if (cue === 'zero') flash(timer.card);
  if (cue === 'zero' && document.hidden) notify(timer, at);
  const sound = roomSound();
  if (!sound || soundState() !== 'armed' || sound.cues.indexOf(cue) < 0) return;
  if (navigator.vibrate) navigator.vibrate(cue === 'zero' ? [300, 150, 300, 150, 600] : [200]);
  if (sound.speaks && window.speechSynthesis)
    speechSynthesis.speak(new SpeechSynthesisUtterance(sentenceOf(timer.title, cue === 'zero' ? 'finished' : cue, timer.facts, at)));
}

function flash(card) {
  card.classList.add('flash');
  setTimeout(() => card.classList.remove('flash'), flashFor);
}

// in a list of rooms a timer has no heading
function titleOf({ title, card }) {
  const short = card.querySelector('.what');
  return title || (short ? short.textContent : '');
}

function notify(timer, at) {
  if (!window.Notification || Notification.permission !== 'granted') return;
  const what = { body: 'Time is up.', tag: timer.id + ' ' + at };  // once, however many pages show it
  try {
    new Notification(titleOf(timer), what);
  } catch (fault) {
    navigator.serviceWorker.ready.then(worker => worker.showNotification(titleOf(timer), what));  // the only way on phones
  }
}

let plain = document.title;
let written = null;

const title = {
  draw(at) {
    if (document.title !== written) plain = document.title;
    const running = timers().find(timer => timer.facts.since !== null && phaseOf(timer.facts, at) !== 'idle');
    const wanted = running ? `${textOf(running.facts, at)} ${titleOf(running)} · ${plain}` : plain;
    if (wanted !== document.title) document.title = wanted;
    written = document.title;  // where several spaces are one
    return running ? nextChange(running.facts, at) : Infinity;
  }
};

// kept anew each time, so that the digits come first
function look() {
  keep(cues);
  keep(title);
}

onTimers(look);
look();
