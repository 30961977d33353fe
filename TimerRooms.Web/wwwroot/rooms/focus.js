// Keyboard: space on a timer starts or pauses it; arrows on a grip move the timer, not the page; what opens for typing has the
// focus, and what is rendered anew under the focus keeps it.
const controls = 'article[data-timer], [data-timer] [data-grip], [data-timer] [data-space]';
let last = null;

document.addEventListener('keydown', event => {
  if (event.key !== ' ' || !event.target.matches('article[data-timer]')) return;
  event.preventDefault();
  if (!event.repeat) event.target.querySelector('[data-space]').click();
});

document.addEventListener('keydown', event => {
  if (event.key.startsWith('Arrow') && event.target.matches('[data-grip]')) event.preventDefault();
});

document.addEventListener('focusin', event => {
  const element = event.target;
  last = !element.matches(controls) ? null : {
    element,
    card: element.closest('[data-timer]').dataset.timer,
    part: ['[data-grip]', '[data-space]'].find(part => element.matches(part))
  };
});

new MutationObserver(changes => {
  const removed = changes.some(change => Array.from(change.removedNodes).some(node => last && node.contains(last.element)));
  if (removed && document.activeElement === document.body) focusAgain();
  for (const change of changes) {
    for (const node of change.addedNodes) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      const field = node.matches('[data-autofocus]') ? node : node.querySelector('[data-autofocus]');
      if (field && !field.closest('dialog') && !hasFocus(field.closest('[data-draft]'))) field.focus();
    }
  }
}).observe(document.documentElement, { subtree: true, childList: true });

// by its draft (drafts.js)
const hasFocus = form => form !== null && form.contains(document.activeElement);

// a card that moves is taken out and put in again, and Pause stands in a place of its own where Start was
function focusAgain() {
  const card = document.querySelector(`article[data-timer="${last.card}"]`);
  const control = card && last.part ? card.querySelector(last.part) : card;
  if (control) control.focus();
}
