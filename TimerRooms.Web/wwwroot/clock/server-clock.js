// The server's time in this page, one for all that ticks in it. It runs on performance.now(), which neither a wrong device
// clock nor a change of zone can touch; an offset, measured again and again (sampling.js), leads from there to the server.

const settleFor = 5000;   // so long after the start or a sleep the best estimate is taken at once
const snapBeyond = 1500;  // a greater error jumps
const sameClock = 250;    // another process of the server has the same clock unless it is off by more
const slew = 0.05;        // a smaller one is worked off at this rate, so that no second is seen twice or never
const drift = 1e-4;       // how fast an old sample loses worth: 100 ppm
const most = 20;          // samples kept
const longestLog = 200;

const local = () => performance.now();
const listeners = [];
let samples = [];
let from = Date.now() - local();  // the offset in use at `fromAt`, on its way to `target`
let fromAt = 0;
let target = from;
let settledAt = settleFor;
let process = null;
let wall = 0;
let latest = -Infinity;

/** What was measured and what was made of it, newest last; for whoever debugs. */
export const log = [];

function offset(at) {
  const left = target - from;
  const done = Math.max(0, at - fromAt) * slew;
  return from + Math.max(-done, Math.min(done, left));
}

/** The server's present moment in UTC milliseconds. It waits rather than goes back a little, so that no second comes twice. */
export function now() {
  const at = local();
  const moment = at + offset(at);
  if (moment > latest || latest - moment > snapBeyond) latest = moment;
  return latest;
}

/** What to add to a moment of the server for the time of day: not 0 if the host's wall clock was set since it started. */
export function wallOffset() { return wall; }

/** Calls after each sample. */
export function onSample(listener) { listeners.push(listener); }

// how far off a sample may be by now
const bound = (sample, at) => sample.roundTrip / 2 + (at - sample.at) * drift;

function best() {
  const at = local();
  return samples.reduce((one, other) => bound(other, at) < bound(one, at) ? other : one);
}

/** How far off this clock may be at most, in milliseconds; null before the first sample. */
export function accuracy() {
  const at = local();
  return samples.length ? bound(best(), at) + Math.abs(target - offset(at)) : null;
}

/** By how much this clock is ahead of the best it knows, in milliseconds: what is still being worked off; null before the first sample. */
export function error() { return samples.length ? offset(local()) - best().offset : null; }

/** The shortest round trip among the samples that count, in milliseconds; null before the first one. */
export function roundTrip() { return samples.length ? Math.min.apply(null, samples.map(sample => sample.roundTrip)) : null; }

/**
 * Takes what the server said between two moments of performance.now(): its moment, its wall offset and, if known, the start of
 * its process. Another process may have another clock, by which all moments on the page then go.
 */
export function addSample(cause, sent, received, answer) {
  if (!(received >= sent) || !isFinite(answer.now)) return;
  const isOther = answer.process !== undefined && !isOfProcess(answer.process);
  if (answer.process !== undefined) process = answer.process;
  wall = answer.wall;
  const sample = { at: received, roundTrip: received - sent, offset: answer.now - (sent + received) / 2 };
  // each sample proves an interval; where two exclude each other, time has moved since the old one
  samples = samples.filter(old => Math.abs(old.offset - sample.offset) <= bound(old, received) + sample.roundTrip / 2 + 5);
  if (isOther && !samples.length && Math.abs(sample.offset - target) > sameClock) startOver();
  samples.push(sample);
  if (samples.length > most) samples.shift();
  note(cause, sample, aim(best().offset));
  listeners.forEach(listener => listener());
}

// gives back how far the clock goes to be right
function aim(wanted) {
  const at = local();
  const present = offset(at);
  const correction = wanted - present;
  if (wanted === target) return 0;
  from = at < settledAt || Math.abs(correction) > snapBeyond ? wanted : present;
  fromAt = at;
  target = wanted;
  return correction;
}

function note(cause, sample, correction) {
  log.push({ server: now(), cause: cause, roundTrip: sample.roundTrip, offset: sample.offset, correction: correction, eased: from !== target });
  if (log.length > longestLog) log.shift();
}

/** Whether the moments on this page come from that process of the server, by the time it started. */
export function isOfProcess(started) { return process === null || process === started; }

// another clock, by which the page's timers are told from now on too
function startOver() {
  unsettle();
  latest = -Infinity;
}

/** The clock may be wrong by any amount, as after a sleep: what is measured next is believed at once. */
export function unsettle() { settledAt = local() + settleFor; }
