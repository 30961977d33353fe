// A time of day in the zone of this device.
import { write } from '../clock/text-node.js';
import { momentOf } from '../clock/timer-text.js';

class LocalTime extends HTMLElement {
  static get observedAttributes() { return ['data-at']; }

  connectedCallback() { this.show(); }

  attributeChangedCallback() { this.show(); }

  show() {
    write(this, momentOf(Number(this.getAttribute('data-at')), false));
  }
}

customElements.define('local-time', LocalTime);
