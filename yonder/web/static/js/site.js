// Every page works without these; they only make waiting, typing and leaving easier.
import "./digit-field.js";
import "./idle-lock.js";
import "./pair-wait.js";
import "./print-page.js";
