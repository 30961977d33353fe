// On a page that is only looked at, the pointer leaves the picture after 3 s without a movement.
import { listen } from './listen.js';
const root = document.documentElement;
let timer = 0;

function moved() {
  root.classList.remove('pointer-hidden');
  clearTimeout(timer);
  // a room may have got its first timer meanwhile
  timer = setTimeout(() => root.classList.toggle('pointer-hidden', document.querySelector('.wall') !== null), 3000);
}

listen(window, 'mousemove', moved, { passive: true });
moved();
