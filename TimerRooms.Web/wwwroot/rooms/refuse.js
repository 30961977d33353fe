// What is done while the page is not live is refused at once and in words, as it would get lost or, worse, arrive later. What is
// done while it is live carries its moment, so that the server can refuse what comes too late all the same.
import { stamp } from '../clock/circuit-clock.js';
import { isLive, onTurn } from '../clock/connection.js';

const here = '[data-close], [data-copy], [popovertarget], [data-part=sync], [data-shows], [data-float], [data-do], [data-try-tone]';  // needs no server
const refused = 'Not connected, so that was not done. Try again once the page is live.';
const unanswered = 'The connection broke before that was confirmed. See what the page shows once it is live again.';

/** Says what the page has to say by itself. */
export function tell(text) {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.setAttribute('data-error', '');
  notice.setAttribute('data-passing', '');
  notice.textContent = text;
  const told = document.querySelector('[data-part=told]');
  told.textContent = '';
  told.appendChild(notice);
}

function refuse(event) {
  event.preventDefault();
  event.stopPropagation();
  tell(refused);
}

function guard(type, isMeant) {
  window.addEventListener(type, event => {
    if (!event.target.closest || !event.target.closest('.page') || !isMeant(event)) return;
    if (isLive()) stamp();
    else refuse(event);
  }, true);
}

guard('click', event => {
  const button = event.target.closest('button');
  return button && !button.matches(here);
});
guard('submit', () => true);
guard('keydown', event => event.key.indexOf('Arrow') === 0 && event.target.matches('[data-grip]'));
guard('pointerdown', event => event.target.closest('[data-grip]'));
guard('pointerup', event => event.target.closest('[data-grip]'));

// a choice goes back to what it was; in a form it stays and is told when the page is live again (drafts.js), but for a tick
let chosen = null;
document.addEventListener('focusin', event => { if (event.target.matches('select')) chosen = event.target.value; });
guard('change', event => {
  const field = event.target;
  if (field.matches('[type=checkbox]')) {
    if (!isLive()) field.checked = !field.checked;
    return true;
  }
  if (!field.matches('select') || field.closest('[data-draft]')) return false;
  if (isLive()) chosen = field.value;
  else field.value = chosen;
  return true;
});

// what is typed stays in its field, and is told when the page is live again (drafts.js)
window.addEventListener('input', event => { if (!isLive() && event.target.closest('.page')) event.stopPropagation(); }, true);

onTurn(nowLive => {
  const busy = document.querySelectorAll('[data-busy]');
  Array.from(busy).forEach(button => button.removeAttribute('data-busy'));
  if (!nowLive && busy.length) tell(unanswered);
});
