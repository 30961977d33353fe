// Full screen, by our button or by the browser's own key.
import { note } from '../clock/screen-state.js';
import { listen } from './listen.js';

const byBrowser = matchMedia('(display-mode: fullscreen)');
const listeners = [];

export const isFullScreen = () => document.fullscreenElement !== null || byBrowser.matches;

/** Calls when it is entered or left. */
export function onFullScreen(listener) { listeners.push(listener); }

export function toggle() {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => {});  // it stays as it was
}

function turned() {
  note('full', isFullScreen());
  listeners.forEach(listener => listener());
}

listen(document, 'fullscreenchange', turned);
if (byBrowser.addEventListener) byBrowser.addEventListener('change', turned);
turned();
