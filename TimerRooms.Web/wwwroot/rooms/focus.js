// Keyboard: space on a timer starts or pauses it; arrows on a grip move the timer, not the page; what opens for typing has the focus.
document.addEventListener('keydown', event => {
  if (event.key !== ' ' || !event.target.matches('article[data-timer]')) return;
  event.preventDefault();
  event.target.querySelector('[data-space]').click();
});

document.addEventListener('keydown', event => {
  if (event.key.startsWith('Arrow') && event.target.matches('[data-grip]')) event.preventDefault();
});

new MutationObserver(changes => {
  for (const change of changes) {
    for (const node of change.addedNodes) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      const field = node.matches('[data-autofocus]') ? node : node.querySelector('[data-autofocus]');
      if (field && !field.closest('dialog')) field.focus();
    }
  }
}).observe(document.documentElement, { subtree: true, childList: true });
