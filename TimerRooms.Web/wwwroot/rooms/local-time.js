// A time of day in the zone of this device.
import { write } from '../clock/text-node.js';
import { momentOf } from '../clock/timer-text.js';

class LocalTime extends HTMLElement {
  static get observedAttributes() { return ['data-at']; }

  // what the framework puts in may come after the element
  connectedCallback() { setTimeout(() => this.show(), 0); }

  attributeChangedCallback() { this.show(); }

  show() {
    if (this.firstChild) write(this, momentOf(Number(this.getAttribute('data-at')), false));
  }
}

customElements.define('local-time', LocalTime);
