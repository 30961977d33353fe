// <wall-clock> shows the server's time in the zone of whoever looks; with the attribute data-seconds, seconds too.
import { keep, drop } from './beat.js';
import { momentOf } from './timer-text.js';
import { write } from './text-node.js';

class WallClock extends HTMLElement {
  connectedCallback() { keep(this); }

  disconnectedCallback() { drop(this); }

  draw(now) {
    const seconds = this.hasAttribute('data-seconds');
    const step = seconds ? 1000 : 60000;
    write(this, momentOf(now, seconds));
    return (Math.floor(now / step) + 1) * step;
  }
}

customElements.define('wall-clock', WallClock);
