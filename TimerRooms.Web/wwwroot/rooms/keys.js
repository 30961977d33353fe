// The keys of a control page, a presenter's remote and media keys among them. Which key does what stands in the list that people see
// (KeyboardDialog.razor). What changes something presses its button on the page, so that whatever holds for a click holds for a key.
const field = 'input, select, textarea';
const list = () => document.getElementById('keyboard');

document.addEventListener('keydown', event => {
  const key = nameOf(event);
  const does = key && meaningOf(key);
  if (!does || isTaken(event.target, key)) return;
  event.preventDefault();
  if (!event.repeat) act(does, key, event.target.closest('article[data-timer]'));
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-shows=keyboard]')) list().showModal();
});

// keys of a headset or a lock screen, which the browser keeps to itself while it plays something
if (navigator.mediaSession) {
  [['nexttrack', 'next'], ['previoustrack', 'previous'], ['play', 'run'], ['pause', 'run']].forEach(([action, does]) => {
    try {
      navigator.mediaSession.setActionHandler(action, () => act(does));
    } catch (e) {
      // a browser that does not know this one
    }
  });
}

function nameOf(event) {
  const isCharacter = event.key && event.key.length === 1;
  const holdsMore = event.ctrlKey || event.metaKey;
  // shift is part of a character, and makes another thing of any other key
  if (!event.key || event.altKey || (event.shiftKey && (holdsMore || !isCharacter))) return null;
  return (holdsMore ? 'Ctrl+' : '') + (isCharacter ? event.key.toLowerCase() : event.key);
}

// by a field, a menu, a dialog or a grip, which have keys of their own
function isTaken(target, key) {
  if (document.querySelector('dialog[open]') || Array.from(document.querySelectorAll('[role=menu]')).some(menu => menu.offsetWidth > 0)) return true;
  if (key === 'Escape') return !target.matches(field);
  return target.matches(field) || (key.startsWith('Arrow') && target.matches('[data-grip]'));
}

function meaningOf(key) {
  const line = list() && Array.from(list().querySelectorAll('[data-keys]')).find(one => one.dataset.keys.split(' ').indexOf(key) >= 0);
  return line && line.dataset.does;
}

function act(does, key, card) {
  if (does === 'list') return list().showModal();
  if (does === 'leave') return document.activeElement.blur();
  if (does === 'card') return focusOn(document.querySelectorAll('article[data-timer]')[Number(key) - 1]);
  const button = (card && card.querySelector(`[data-minute=${does}]`)) || document.querySelector(`[data-press=${does}]`);
  if (button) button.click();
}

function focusOn(card) {
  if (card) card.focus();
}
