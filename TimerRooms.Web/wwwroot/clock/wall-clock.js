// <wall-clock> shows the server's time in the zone of whoever looks; with the attribute data-seconds, seconds too.
import { keep, drop } from './beat.js';
import { momentOf } from './timer-text.js';
import { wallOffset } from './server-clock.js';
import { write } from './text-node.js';

class WallClock extends HTMLElement {
  connectedCallback() { keep(this); }

  disconnectedCallback() { drop(this); }

  draw(now) {
    const seconds = this.hasAttribute('data-seconds');
    const step = seconds ? 1000 : 60000;
    const offset = wallOffset();
    write(this, momentOf(now + offset, seconds));
    return (Math.floor((now + offset) / step) + 1) * step - offset;
  }
}

customElements.define('wall-clock', WallClock);
