// What every page with timers loads.
import './timer-face.js';
import './wall-clock.js';
import './viewer-count.js';
import { start } from './connection.js';

start();
