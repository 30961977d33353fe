// A button that acts on the server is marked from the click until the server has answered; the style sheet waits 150 ms before it shows.
const answered = new MutationObserver(changes => changes.forEach(change => change.target.removeAttribute('data-busy')));

answered.observe(document.documentElement, { subtree: true, attributeFilter: ['data-done'] });

document.addEventListener('click', event => {
  const button = event.target.closest('[data-done]');
  // what the browser itself finds wrong in a form is not sent
  if (button && !button.matches('form:invalid [type=submit]')) button.setAttribute('data-busy', '');
});

// The second click of a double click would land on what the first one put in its place: Pause, where Start was.
window.addEventListener('click', event => {
  if (event.detail > 1 && event.target.closest('[data-space]')) event.stopPropagation();
}, true);
