// Dragging a timer by its grip. No node is moved: the card follows the pointer, and the drop is one call; the server's answer moves it.
let drops = null;
let ending = null;

export function takeDrops(target) {
  drops = target;
}

document.addEventListener('pointerdown', event => {
  const grip = event.target.closest('[data-grip]');
  if (!grip || event.button !== 0) return;
  drag(grip, event);
});

// also where the drop itself does not come here: the card was rendered anew meanwhile, or the page is not live
document.addEventListener('lostpointercapture', event => { if (ending) ending(event); });

function drag(grip, start) {
  const card = grip.closest('article');
  let place = null;
  grip.setPointerCapture(start.pointerId);
  card.classList.add('dragged');

  const move = event => {
    card.style.transform = `translate(${event.clientX - start.clientX}px, ${event.clientY - start.clientY}px)`;
    mark(place, false);
    place = placeAt(card, event.clientX, event.clientY);
    mark(place, true);
  };
  const end = event => {
    ending = null;
    grip.removeEventListener('pointermove', move);
    grip.removeEventListener('pointerup', end);
    grip.removeEventListener('pointercancel', end);
    card.classList.remove('dragged');
    card.style.transform = '';
    mark(place, false);
    if (event.type === 'pointerup' && place && drops) drops.invokeMethodAsync('DropAsync', card.dataset.timer, beforeId(card, place));
  };
  ending = end;
  grip.addEventListener('pointermove', move);
  grip.addEventListener('pointerup', end);
  grip.addEventListener('pointercancel', end);
}

// the card under the pointer, and on which side of it the dragged one would go
function placeAt(dragged, x, y) {
  const under = document.elementFromPoint(x, y);
  const card = under && under.closest('[data-reorder] > article');
  if (!card || card === dragged) return null;
  const box = card.getBoundingClientRect();
  const oneColumn = box.width * 2 > card.parentElement.clientWidth;
  return { card, after: oneColumn ? y > box.top + box.height / 2 : x > box.left + box.width / 2 };
}

function mark(place, on) {
  if (place) place.card.classList.toggle(place.after ? 'drop-after' : 'drop-before', on);
}

function beforeId(dragged, place) {
  let next = place.after ? place.card.nextElementSibling : place.card;
  if (next === dragged) next = dragged.nextElementSibling;
  return next ? next.dataset.timer : null;
}
