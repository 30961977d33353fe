// A page that is only looked at.
import { acknowledgeTogether } from './acknowledge.js';

acknowledgeTogether();
