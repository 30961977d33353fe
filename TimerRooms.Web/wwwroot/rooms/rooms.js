// What the owner's pages need of the browser, beside the clock and the connection.
import '../clock/page.js';
import './menu.js';
import './modal-dialog.js';
import './copy.js';
import './busy.js';
import './focus.js';
