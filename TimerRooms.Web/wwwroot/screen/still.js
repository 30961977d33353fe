// A picture that stands for days burns itself into some displays: in full screen it moves by a pixel or two each minute, in a circle.
import { isFullScreen } from './full-screen.js';

const radius = 4;
const turn = 16;
let step = 0;

setInterval(() => {
  const wall = document.querySelector('.wall');
  if (!wall) return;
  step = isFullScreen() ? step + 1 : 0;
  const angle = 2 * Math.PI * step / turn;
  wall.style.translate = step ? `${(radius * Math.sin(angle)).toFixed(1)}px ${(radius * (1 - Math.cos(angle)) / 2).toFixed(1)}px` : '';
}, 60000);
