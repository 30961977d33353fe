// The server's time in this page, one for all that ticks in it. It runs on performance.now(), which neither a wrong device
// clock nor a change of zone can touch; an offset, measured again and again, leads from there to the server.

const settleFor = 5000;   // so long after the start or a sleep the best estimate is taken at once
const snapBeyond = 1500;  // a greater error jumps
const slew = 0.05;        // a smaller one is worked off at this rate, so that no second is seen twice or never
const drift = 1e-4;       // how fast an old sample loses worth: 100 ppm
const most = 10;          // samples kept
const every = 20000;
const burstAt = [0, 150, 400, 800, 1400, 2200];

const local = () => performance.now();
const listeners = [];
let samples = [];
let from = Date.now() - local();  // the offset in use at `fromAt`, on its way to `target`
let fromAt = 0;
let target = from;
let settledAt = settleFor;
let source = null;

function offset(at) {
  const left = target - from;
  const done = Math.max(0, at - fromAt) * slew;
  return from + Math.max(-done, Math.min(done, left));
}

/** The server's present moment in UTC milliseconds. */
export function now() {
  const at = local();
  return at + offset(at);
}

/** Calls whenever the clock takes another course. */
export function onChange(listener) { listeners.push(listener); }

// how far off a sample may be by now
const bound = (sample, at) => sample.roundTrip / 2 + (at - sample.at) * drift;

function best() {
  const at = local();
  return samples.reduce((one, other) => bound(other, at) < bound(one, at) ? other : one);
}

/** Takes what the server said between two moments of performance.now(). */
export function addSample(sent, received, server) {
  if (!(received >= sent) || !isFinite(server)) return;
  const sample = { at: received, roundTrip: received - sent, offset: server - (sent + received) / 2 };
  // each sample proves an interval; where the new one and an old one exclude each other, time has moved since the old one
  samples = samples.filter(old => Math.abs(old.offset - sample.offset) <= bound(old, received) + sample.roundTrip / 2 + 5);
  samples.push(sample);
  if (samples.length > most) samples.shift();
  aim(best().offset);
}

function aim(wanted) {
  const at = local();
  const present = offset(at);
  if (wanted === target) return;
  from = at < settledAt || Math.abs(wanted - present) > snapBeyond ? wanted : present;
  fromAt = at;
  target = wanted;
  listeners.forEach(listener => listener());
}

function sample() {
  if (!source) return;
  const sent = local();
  // that it fails is no news here: a lost connection is noticed where it is kept
  source().then(server => addSample(sent, local(), server), () => {});
}

let burst = [];

/** Measures several times within 3 s. */
export function measure() {
  burst.forEach(clearTimeout);
  burst = burstAt.map(delay => setTimeout(sample, delay));
}

/** Measures from now on by this function, which promises the server's present moment. */
export function measureBy(read) {
  source = read;
  measure();
}

// the page itself is the first sample: the server wrote its time between the request and the first byte of the answer
function readPage() {
  const page = document.querySelector('.page[data-server-now]');
  const load = performance.getEntriesByType ? performance.getEntriesByType('navigation')[0] : null;
  if (!page || !load || !load.responseStart) return;
  addSample(load.requestStart, load.responseStart, Number(page.getAttribute('data-server-now')));
}

function wake() {
  settledAt = local() + settleFor;
  measure();
}

// performance.now() may stand still while the device sleeps, Date.now() does not
let gap = Date.now() - local();
function watchSleep() {
  const present = Date.now() - local();
  if (Math.abs(present - gap) > 250) wake();
  gap = present;
}

readPage();
setInterval(sample, every);
setInterval(watchSleep, 1000);
addEventListener('online', measure);
addEventListener('pageshow', event => { if (event.persisted) wake(); });
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  watchSleep();
  measure();
});
