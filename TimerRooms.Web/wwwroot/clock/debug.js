// For whoever debugs: a page opened with ?debug shows what was measured of the server's clock, and what was made of it.
import { log, onSample } from './server-clock.js';

const shown = 12;
const table = document.createElement('table');
table.className = 'sync-log';
table.createCaption().textContent = 'Server clock';

const text = number => number.toFixed(1);

function row(cells, kind) {
  const line = table.insertRow();
  cells.forEach(cell => line.appendChild(document.createElement(kind)).textContent = cell);
}

function draw() {
  while (table.rows.length) table.deleteRow(0);
  row(['server time', 'cause', 'round trip ms', 'offset ms', 'correction ms', ''], 'th');
  log.slice(-shown).reverse().forEach(entry => row([
    new Date(entry.server).toISOString().slice(11, 23), entry.cause, text(entry.roundTrip), text(entry.offset), text(entry.correction),
    entry.correction === 0 ? '' : entry.eased ? 'eased' : 'at once'
  ], 'td'));
}

document.body.appendChild(table);
onSample(draw);
draw();
