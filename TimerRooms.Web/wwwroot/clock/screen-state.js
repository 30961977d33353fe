// What this page says about itself to the people who run the show: in one line, in the order of ScreenState.cs. Noted by ../screen.
import { accuracy, error, roundTrip } from './server-clock.js';

const facts = { full: false, sound: 'unknown', awake: false, battery: null };
let told = () => {};

/** Calls when something is different that should be told soon. */
export function onChange(listener) { told = listener; }

export function changed() { told(); }

export function note(name, value) {
  if (facts[name] === value) return;
  facts[name] = value;
  told();
}

const textOf = value => value === null ? '-' : typeof value === 'boolean' ? Number(value) : value;
const milliseconds = value => value === null ? null : value.toFixed(1);

export const state = () => [
  !document.hidden, facts.full, facts.sound, facts.awake, milliseconds(roundTrip()), milliseconds(error()), milliseconds(accuracy()), facts.battery
].map(textOf).join(' ');
