// What the owner's pages need of the browser, beside wwwroot/clock.
import './menu.js';
import './modal-dialog.js';
import './copy.js';
import './drafts.js';
import './refuse.js';
import './busy.js';
import './focus.js';
import './keys.js';
import './float.js';
import './local-time.js';
// also asked for by its component; loaded here, so that its listeners are ours and not the framework's (framework.js)
import '../Features/Rooms/Reorder.razor.js';
