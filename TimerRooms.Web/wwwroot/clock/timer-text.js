// What a timer shows at a moment: the same rules as RoomTimer and ClockText on the server. Pure, and without a document,
// so that they can be tried against the server's own answers. Moments are UTC milliseconds, amounts are milliseconds.

export const words = {
  idle: 'Ready',
  running: '▶ Running',
  warning: '▲ Wrap up',
  danger: '▲ Last moments',
  paused: '❚❚ Paused',
  finished: "■ Time's up",
  overtime: '■ Over time'
};

const second = 1000;

const countsUp = facts => facts.kind === 'count-up';
const endsAtZero = facts => !countsUp(facts) && facts.atZero !== 'overtime';
const isRunning = facts => facts.since !== null;

export function elapsedOf(facts, now) {
  const elapsed = facts.banked + (isRunning(facts) && now > facts.since ? now - facts.since : 0);
  return endsAtZero(facts) ? Math.min(elapsed, facts.total) : elapsed;
}

export const remainingOf = (facts, now) => facts.total - elapsedOf(facts, now);

export function phaseOf(facts, now) {
  const remaining = remainingOf(facts, now);
  const usedUp = !countsUp(facts) && remaining <= 0;
  if (usedUp && endsAtZero(facts)) return 'finished';
  if (!isRunning(facts) || now < facts.since) return facts.begun ? 'paused' : 'idle';
  if (usedUp) return 'overtime';
  if (countsUp(facts) || remaining > facts.warning) return 'running';
  return remaining > facts.danger ? 'warning' : 'danger';
}

const two = number => (number < 10 ? '0' : '') + number;

function digits(seconds) {
  const all = Math.abs(seconds);
  const minutes = Math.floor(all / 60);
  const text = minutes < 60 ? two(minutes) : Math.floor(minutes / 60) + ':' + two(minutes % 60);
  return (seconds < 0 ? '-' : '') + text + ':' + two(all % 60);
}

// what counts down is rounded up, what counts up is rounded down
const secondsOf = (facts, now) =>
  countsUp(facts) ? Math.floor(elapsedOf(facts, now) / second) : Math.ceil(remainingOf(facts, now) / second);

export const textOf = (facts, now) => digits(secondsOf(facts, now));

// 0 to 100: what is left; a bar that is used up is full again, in the colour of its phase
export function progressOf(facts, now) {
  const left = remainingOf(facts, now);
  return left > 0 && facts.total > 0 ? Math.min(100, Math.round(10000 * left / facts.total) / 100) : 100;
}

// the moment the present run reaches or reached zero; null if it does not
export function zeroOf(facts) {
  if (countsUp(facts)) return null;
  if (facts.finishedAt !== null) return facts.finishedAt;
  return isRunning(facts) ? facts.since + Math.max(0, facts.total - facts.banked) : null;
}

// the next moment at which digits or phase will be others; Infinity while nothing moves
export function nextChange(facts, now) {
  if (!isRunning(facts)) return Infinity;
  if (now < facts.since) return facts.since;
  if (countsUp(facts)) return now + (secondsOf(facts, now) + 1) * second - elapsedOf(facts, now);
  const left = remainingOf(facts, now);
  if (left <= 0 && endsAtZero(facts)) return Infinity;
  const marks = [(secondsOf(facts, now) - 1) * second, facts.warning, facts.danger, 0].filter(mark => mark < left);
  return now + left - Math.max.apply(null, marks);
}

const clockOf = date => two(date.getHours()) + ':' + two(date.getMinutes());

// a time of day in the zone of whoever looks
export const momentOf = (at, withSeconds) => clockOf(new Date(at)) + (withSeconds ? ':' + two(new Date(at).getSeconds()) : '');

// the same, with the day where it is not today's
function momentAndDay(wallAt, wallNow) {
  const date = new Date(wallAt);
  const today = date.toDateString() === new Date(wallNow).toDateString();
  return (today ? '' : date.toLocaleDateString('en', { weekday: 'short' }) + ' ') + clockOf(date);
}

// the line beside the phase: "ends 14:32", "ended 14:04", "of 10:00"; the offset leads from the server's moments to the time of day
export function endsOf(facts, now, wallOffset) {
  if (countsUp(facts)) return '';
  const phase = phaseOf(facts, now);
  const zero = zeroOf(facts);
  if (zero !== null && (phase === 'finished' || phase === 'overtime')) return 'ended ' + momentAndDay(zero + wallOffset, now + wallOffset);
  if (zero !== null && phase !== 'paused' && phase !== 'idle') return 'ends ' + momentAndDay(zero + wallOffset, now + wallOffset);
  return 'of ' + digits(Math.floor(facts.total / second));
}
