// Says how the page is connected and how right its clock is: in a word beside the digits, and in sentences behind it.
import { accuracy, log, now, onSample, roundTrip, wallOffset } from './server-clock.js';
import { momentOf } from './timer-text.js';
import { write } from './text-node.js';

const words = { live: 'Live', reconnecting: 'Reconnecting', 'not-live': 'Not live' };
const sentences = {
  live: 'Every change is shown the moment it is made.',
  reconnecting: 'Looking for the server. The digits go on by this page’s own clock.',
  'not-live': 'The server is not answering. The digits go on by this page’s own clock, and it keeps looking.',
  read: 'A live connection does not get through. The page looks for changes every 5 seconds.'
};

let state = 'reconnecting';
let isRead = false;

const amountOf = milliseconds => milliseconds === null ? 'not known yet'
  : milliseconds < 1000 ? Math.ceil(milliseconds) + ' ms'
  : (milliseconds / 1000).toFixed(1) + ' s';

function part(name, text) {
  const element = document.querySelector('[data-part=' + name + ']');
  if (element) write(element, text);
}

/** Shows a state; with `read`, a page that is not live at least knows what changes. */
export function show(next, read) {
  state = next;
  isRead = read && state === 'not-live';
  document.documentElement.setAttribute('data-connection', state);
  const element = document.querySelector('[data-part=connection]');
  if (!element) return;
  // said aloud, so not written again for nothing
  if (element.getAttribute('data-state') !== state) part('state', words[state]);
  element.setAttribute('data-state', state);
  part('connection-sentence', sentences[isRead ? 'read' : state]);
  measured();
}

function measured() {
  const error = accuracy();
  const isKnown = state === 'live' && error !== null;
  part('accuracy', isKnown ? ' · ±' + amountOf(error) : isRead ? ' · looks every 5 s' : '');
  part('clock-error', error === null ? amountOf(error) : '±' + amountOf(error));
  part('round-trip', amountOf(roundTrip()));
  part('measured-at', log.length ? momentOf(log[log.length - 1].server + wallOffset(), true) : amountOf(null));
}

onSample(measured);
