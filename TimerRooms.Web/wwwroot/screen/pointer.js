// On a page that is only looked at, the pointer leaves the picture after 3 s without a movement.
import { listen } from './listen.js';
const root = document.documentElement;
let timer = 0;

function moved() {
  root.classList.remove('pointer-hidden');
  clearTimeout(timer);
  timer = setTimeout(() => root.classList.add('pointer-hidden'), 3000);
}

if (document.querySelector('.wall')) {
  listen(window, 'mousemove', moved, { passive: true });
  moved();
}
