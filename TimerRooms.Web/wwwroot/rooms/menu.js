// Menus are popovers: the browser opens and closes them. Here they are placed beside their button and walked by arrow keys.
const gap = 4;

document.addEventListener('toggle', event => {
  const menu = event.target;
  if (!menu.matches('[role=menu]') || event.newState !== 'open') return;
  const button = document.querySelector(`[popovertarget="${menu.id}"]`).getBoundingClientRect();
  const below = button.bottom + gap + menu.offsetHeight < window.innerHeight;
  menu.style.top = `${below ? button.bottom + gap : Math.max(gap, button.top - gap - menu.offsetHeight)}px`;
  menu.style.left = `${Math.max(gap, button.right - menu.offsetWidth)}px`;
  const first = items(menu)[0];
  if (first) first.focus();
}, true);

document.addEventListener('keydown', event => {
  const menu = event.target.closest('[role=menu]');
  if (!menu) return;
  const all = items(menu);
  const index = all.indexOf(event.target);
  const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: all.length - 1 }[event.key];
  if (event.key === 'Tab') menu.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  all[(next + all.length) % all.length].focus();
});

document.addEventListener('click', event => {
  const menu = event.target.closest('[role=menu]');
  if (menu) menu.hidePopover();
});

function items(menu) {
  return Array.from(menu.querySelectorAll('[role=menuitem]:not(:disabled)')).filter(item => item.offsetWidth > 0);
}
