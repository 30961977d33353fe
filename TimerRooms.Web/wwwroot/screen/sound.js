// Rings on this device, at the server's moment: what is to be heard is given to the audio clock ahead of time, so that neither a slow
// page nor a hidden one is late. A browser lets a page make no sound before somebody touches it: then the page asks, once.
import { now, onSample } from '../clock/server-clock.js';
import { note } from '../clock/screen-state.js';
import { onTimers, timers } from '../clock/timer-face.js';
import { localTime, timeOf } from './audio-clock.js';
import { cuesOf, soundOf } from './cues.js';
import { isFullScreen } from './full-screen.js';
import { play } from './tones.js';
import { listen } from './listen.js';

const remembered = 'timerrooms-sound';
const tolerance = 0.008;  // s; what is planned is moved only if it is further off
const committed = 100;    // ms; so shortly before its moment a cue stays, as the news of the zero itself may come first
const latest = 300;       // ms; so late a cue is still heard
const lookAgain = 1500;   // ms; so long before its moment a cue is put right for the last time
const longestWait = 1e8;  // ms; browsers take a greater one for none

let context = null;
let timer = 0;
let text = null;
let isMuted = read() === 'off';
const planned = new Map();
const done = new Set();
const listeners = [];

function read() {
  try {
    return localStorage.getItem(remembered);
  } catch (fault) {
    return null;  // a browser that keeps nothing is asked again each time
  }
}

function remember(value) {
  try {
    localStorage.setItem(remembered, value);
  } catch (fault) {
    // as above
  }
}

/** Calls when the state is another one. */
export function onSound(listener) { listeners.push(listener); }

/** What the room wants to be heard, or null. */
export const roomSound = () => soundOf(text);

/** One of armed, blocked, muted, silent. */
export function soundState() {
  if (!roomSound()) return 'silent';
  if (isMuted) return 'muted';
  return context && context.state === 'running' ? 'armed' : 'blocked';
}

function turned() {
  note('sound', soundState());
  listeners.forEach(listener => listener());
  plan();
}

/** Takes over what the room says. */
export function takeSound(given) {
  if (given === text) return;
  text = given;
  turned();
}

// in a tap or a key press this succeeds; elsewhere only where the browser knows the site or was told to
function wake() {
  if (!context) {
    const Context = window.AudioContext || window.webkitAudioContext;
    if (!Context) return;
    context = new Context({ latencyHint: 'interactive' });
    context.onstatechange = turned;
  }
  if (context.state !== 'running') context.resume().then(turned, () => {});
}

/** Turns the sound on here, in answer to a tap. */
export function enable() {
  isMuted = false;
  remember('on');
  wake();
  turned();
  test();
}

export function mute() {
  isMuted = true;
  remember('off');
  turned();
}

/** Lets the room's tone be heard, now or at that moment of the server. */
export function test(at) {
  const sound = roomSound();
  if (!sound || isMuted || !context) return;
  const from = at ? timeOf(context, at) : context.currentTime + 0.05;
  play(context, sound.tone, 'danger', from, sound.loudness, () => log('test', 'test', localTime(context, from)));
}

/** Lets a tone be heard that is being chosen, in answer to a tap. */
export function tryTone(tone, loudness) {
  wake();
  if (context) play(context, tone, 'danger', context.currentTime + 0.05, loudness, () => {});
}

function plan() {
  const sound = soundState() === 'armed' ? roomSound() : null;
  const wanted = new Map();
  if (sound) timers().forEach(({ id, facts }) => cuesOf(facts, sound.cues).forEach(({ cue, at }) => wanted.set([id, cue, at, text].join(' '), { id, cue, at })));
  planned.forEach((entry, key) => {
    if (wanted.has(key) || (sound && entry.at - now() < committed)) return;
    entry.takeBack();
    planned.delete(key);
  });
  wanted.forEach((one, key) => schedule(key, one, sound));
  // the two clocks drift apart: once more when it is soon
  const next = Math.min(...Array.from(planned.values(), entry => entry.at - now() - lookAgain).filter(wait => wait > 0), Infinity);
  clearTimeout(timer);
  if (next < Infinity) timer = setTimeout(plan, Math.min(next, longestWait));
}

function schedule(key, { id, cue, at }, sound) {
  const late = now() - at;
  if (done.has(key) || late > latest) return;
  const when = timeOf(context, at);
  const before = planned.get(key);
  if (before && (Math.abs(before.when - when) < tolerance || late > -committed)) return;
  if (before) before.takeBack();
  const from = Math.max(when, context.currentTime);
  const real = localTime(context, from);
  const takeBack = play(context, sound.tone, cue, from, sound.loudness, () => {
    planned.delete(key);
    done.add(key);
    log(id, cue, real);
  });
  planned.set(key, { at, when, takeBack });
}

// for tests: what was given to the audio clock and heard to its end, and for when
function log(id, cue, real) {
  if (Array.isArray(window.timerRoomsCues)) window.timerRoomsCues.push({ id, cue, real });
}

onTimers(plan);
onSample(plan);
// whatever is touched first lets the page be heard
['pointerdown', 'keydown'].forEach(kind => listen(document, kind, () => {
  if (read() === 'on' && soundState() === 'blocked') wake();
}, true));
// a display that starts in full screen may be allowed to make a sound, and has nobody to tap on it
if (read() === 'on' || (read() === null && isFullScreen())) wake();
