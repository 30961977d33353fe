// Reads this page again: so one without a live connection stays right, and one that lost it looks for its server. The header
// with the server's clock tells an answer of ours from a proxy's.
import { addSample, isOfProcess } from './server-clock.js';
import { state } from './screen-state.js';

const patience = 8000;
const expected = [200, 304, 404];  // where a link or a room has ended, the page that says so is the right one to be on

/** Names this page to the server, so that it counts as a viewer while it only re-reads. */
export const pageName = Math.random().toString(36).slice(2);

function clockOf(answer) {
  const header = answer.headers.get('TimerRooms-Clock');
  if (!header || expected.indexOf(answer.status) < 0) return null;
  const numbers = header.split(' ').map(Number);
  return { now: numbers[0], wall: numbers[1], process: numbers[2] };
}

function read(etag, signal) {
  const sent = performance.now();
  const headers = { 'TimerRooms-Page': pageName, 'TimerRooms-Screen': state() };
  if (etag) headers['If-None-Match'] = etag;
  return fetch(location.href, { cache: 'no-store', credentials: 'same-origin', headers: headers, signal: signal }).then(answer => {
    const received = performance.now();
    const clock = clockOf(answer);
    if (!clock) return null;
    const found = {
      isChanged: answer.status !== 304,
      isElsewhere: answer.redirected === true,
      isRestarted: !isOfProcess(clock.process),
      page: null,
      title: '',
      // the moments on a page and the clock they go by must change together
      takeClock: () => addSample('re-read', sent, received, clock)
    };
    if (!found.isChanged || found.isElsewhere) return found;
    return answer.text().then(html => {
      const fresh = new DOMParser().parseFromString(html, 'text/html');
      found.page = fresh.querySelector('.page');
      found.title = fresh.title;
      return found;
    });
  });
}

/** Promises what the server says, or null if it does not answer. With an ETag, only a change is sent. */
export function reread(etag) {
  const stop = window.AbortController ? new AbortController() : null;
  const late = new Promise(resolve => {
    setTimeout(() => {
      if (stop) stop.abort();
      resolve(null);
    }, patience);
  });
  return Promise.race([read(etag, stop ? stop.signal : undefined), late]).catch(() => null);
}

/** Puts it in the place of what is shown; what has the focus keeps it, and its text. */
export function put(page, title) {
  const focused = document.activeElement;
  const old = document.querySelector('.page');
  old.parentNode.replaceChild(document.adoptNode(page), old);
  // markers the framework left for components that are gone
  Array.from(document.body.childNodes).forEach(node => { if (node.nodeType === Node.COMMENT_NODE) document.body.removeChild(node); });
  document.title = title;
  const again = document.getElementById(focused.id);
  if (again) {
    again.value = focused.value;
    again.focus();
  }
}
