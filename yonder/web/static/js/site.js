// Every page works without these; they only make waiting, typing and leaving easier.
import "./drawn.js";
import "./digit-field.js";
import "./draft-keeper.js";
import "./idle-lock.js";
import "./live-page.js";
import "./one-line.js";
import "./own-words.js";
import "./pair-wait.js";
import "./print-page.js";
import "./shared-device.js";
import "./skill-grid.js";
