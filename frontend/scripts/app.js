// One small bundle, loaded with `defer`. Every page works without it; it adds comfort only and keeps nothing in the browser.
import "./components.js";
import "./map.js";
import "./coding.js";
import "./double-submit.js";
import "./autosave.js";
import "./idle.js";
