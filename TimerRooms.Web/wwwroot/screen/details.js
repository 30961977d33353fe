// What opens over the page closes again by a click beside it, and by Escape.
import { listen } from './listen.js';

const panels = '.connection-panel[open], .screen-panel[open]';

listen(document, 'click', event => {
  document.querySelectorAll(panels).forEach(panel => { if (!panel.contains(event.target)) panel.open = false; });
});

listen(document, 'keydown', event => {
  const panel = document.querySelector(panels);
  if (event.key !== 'Escape' || !panel) return;
  panel.open = false;
  panel.querySelector('summary').focus();
});
