// What the owner's pages need of the browser, beside wwwroot/clock.
import './menu.js';
import './modal-dialog.js';
import './copy.js';
import './busy.js';
import './focus.js';
