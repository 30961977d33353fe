// <room-sound> says how the room rings, and that pages opened by its link are silent.
import { takeSound } from './sound.js';

class RoomSound extends HTMLElement {
  static get observedAttributes() { return ['data-sound']; }

  attributeChangedCallback() { takeSound(this.getAttribute('data-sound') || 'silent'); }
}

customElements.define('room-sound', RoomSound);
