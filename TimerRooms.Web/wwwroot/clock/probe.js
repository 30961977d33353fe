// Whether this page's own server answers: neither a proxy's error page nor the browser's has our mark. What it answers is
// a sample of its clock as well.
import { addSample } from './server-clock.js';

const patience = 8000;

function read(signal) {
  const sent = performance.now();
  return fetch(location.href, { cache: 'no-store', credentials: 'same-origin', signal: signal }).then(answer => {
    const received = performance.now();
    // 404 with our mark is an answer too: the link has ended, and the page that says so is the right one to be on
    if (answer.status !== 200 && answer.status !== 404) return false;
    return answer.text().then(html => {
      const page = new DOMParser().parseFromString(html, 'text/html').querySelector('.page[data-server-now]');
      if (page) addSample(sent, received, Number(page.getAttribute('data-server-now')));
      return page !== null;
    });
  });
}

/** Promises true or false, and never fails. */
export function probe() {
  const stop = window.AbortController ? new AbortController() : null;
  const late = new Promise(resolve => {
    setTimeout(() => {
      if (stop) stop.abort();
      resolve(false);
    }, patience);
  });
  return Promise.race([read(stop ? stop.signal : undefined), late]).catch(() => false);
}
