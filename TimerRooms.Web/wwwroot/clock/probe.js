// Whether this page's own server answers: neither a proxy's error page nor the browser's has the mark that App.razor puts on
// each of ours. What a page with timers answers is a sample of the server's clock as well.
import { addSample } from './server-clock.js';

const patience = 8000;

function read(signal) {
  const sent = performance.now();
  return fetch(location.href, { cache: 'no-store', credentials: 'same-origin', signal: signal }).then(answer => {
    const received = performance.now();
    // not only this very page is an answer: where the link, the room or the sign-in has ended, the page that says so is the
    // right one to be on
    if (answer.status !== 200 && answer.status !== 404) return false;
    return answer.text().then(html => {
      const ours = new DOMParser().parseFromString(html, 'text/html').querySelector('body[data-timerrooms]');
      const page = ours && ours.querySelector('.page[data-server-now]');
      if (page) addSample(sent, received, Number(page.getAttribute('data-server-now')));
      return ours !== null;
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
