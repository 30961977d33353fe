// <viewer-count> stands around the number of viewers: when people join or leave, the clock is measured once more.
import { measureOnce } from '../clock/sampling.js';

class ViewerCount extends HTMLElement {
  static get observedAttributes() { return ['data-count']; }

  attributeChangedCallback(name, before) {
    if (before !== null) measureOnce('people');
  }
}

customElements.define('viewer-count', ViewerCount);
