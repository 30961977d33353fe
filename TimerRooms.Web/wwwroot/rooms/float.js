// A timer in a small window that stays above all others, where the browser has such windows. Its digits are drawn by this page's
// script from the facts of the timer's face, and the window goes with the page.
import { keep } from '../clock/beat.js';
import { isLive } from '../clock/connection.js';
import { tell } from './refuse.js';

const often = 50;
const small = window.documentPictureInPicture;

if (small) document.documentElement.setAttribute('data-floats', '');

document.addEventListener('click', event => {
  const item = event.target.closest('[data-float]');
  if (!item || !small) return;
  small.requestWindow({ width: 340, height: 190 })
    .then(opened => fill(opened, item.dataset.float))
    .catch(() => tell('This browser opened no small window.'));
});

function fill(opened, id) {
  const page = opened.document;
  document.querySelectorAll('link[rel=stylesheet]').forEach(link => page.head.append(sheet(page, link.href)));
  page.documentElement.lang = document.documentElement.lang;
  page.body.className = 'float';
  page.body.dataset.timer = id;

  const title = document.createElement('p');
  const digits = document.createElement('timer-digits');
  const word = document.createElement('b');
  digits.setAttribute('data-timer-id', id);
  word.dataset.part = 'word';

  const follow = () => {
    const face = document.querySelector(`timer-face[data-timer-id="${id}"]`);
    if (!face) return isLive() && opened.close();  // deleted, or not for these eyes any more
    title.textContent = page.title = document.getElementById(`title-${id}`).textContent;
    const facts = face.getAttribute('data-facts');
    if (digits.getAttribute('data-facts') !== facts) digits.setAttribute('data-facts', facts);
  };
  const watch = new MutationObserver(follow);
  watch.observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributeFilter: ['data-facts'] });
  opened.addEventListener('pagehide', () => {
    watch.disconnect();
    digits.remove();
  });

  follow();
  page.body.append(title, digits, word);
  // the timers of a page that is covered are slow; those of the window are not
  opened.setInterval(() => { if (document.hidden) keep(digits); }, often);
}

function sheet(page, href) {
  const link = page.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  return link;
}
