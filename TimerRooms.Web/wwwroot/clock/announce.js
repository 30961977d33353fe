// Tells screen readers politely when a timer enters another phase, never each second.
import { remainingOf } from './timer-text.js';

const collectFor = 300;  // what changes together, as when all timers start, is said together
const mostAtOnce = 3;

let waiting = [];

const counted = (number, unit) => (number === 1 ? 'one ' + unit : number + ' ' + unit + 's');

function spoken(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  const parts = [[Math.floor(seconds / 3600), 'hour'], [Math.floor(seconds / 60) % 60, 'minute'], [seconds % 60, 'second']];
  return parts.filter(part => part[0] > 0).map(part => counted(part[0], part[1])).join(' ') || 'no time';
}

/** The words for a phase just entered; pure. */
export function sentenceOf(title, phase, facts, now) {
  const left = () => spoken(remainingOf(facts, now)) + ' left';
  const says = {
    idle: () => 'ready',
    running: () => 'running',
    warning: left,
    danger: left,
    paused: () => 'paused' + (facts.kind === 'count-up' ? '' : ', ' + left()),
    finished: () => 'time is up',
    overtime: () => 'over time'
  };
  return title + ': ' + says[phase]();
}

/** Says it soon. */
export function announce(sentence) {
  if (!waiting.length) setTimeout(say, collectFor);
  waiting.push(sentence);
}

function say() {
  const announcer = document.querySelector('[data-part=announcer]');
  const more = waiting.length - mostAtOnce;
  const sentences = more > 1 ? waiting.slice(0, mostAtOnce).concat('and ' + more + ' more timers') : waiting;
  waiting = [];
  if (announcer) announcer.textContent = sentences.join('. ');
}
