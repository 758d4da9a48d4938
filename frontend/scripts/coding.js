// Comfort at the coding desk: words are selected by mouse, touch or keys, a code is found by typing, and Enter codes. Every
// press is a form that works without this; here it is sent in place and the page's own parts are put in from the answer.
// Places are code points of the text, as the service counts them: `[...text].length`, never `text.length`.
import { turnKeys } from "./coding-keys.js";

const root = document.querySelector("[data-desk]");
const PARTS = ["turning", "count", "text", "finished", "codes"];
const EDGE = 60;

if (root?.querySelector("[data-desk-form]")) desk(root);

function desk(root) {
  const form = root.querySelector("[data-desk-form]");
  const panel = root.querySelector("[data-desk-panel]");
  const shown = root.querySelector("[data-desk-chosen]");
  const said = root.querySelector("[data-desk-said]");
  const field = form.elements.namedItem("name");
  const letGo = panel.querySelector("[data-desk-let-go]");
  const empty = shown.textContent.trim();
  let chosen = null;
  let busy = false;
  let quiet = 0;

  const say = (text) => {
    said.textContent = text;
    clearTimeout(quiet);
    quiet = setTimeout(() => (said.textContent = ""), 6000);
  };
  const points = (text) => [...text].length;
  // A long passage is shown by its first and last words.
  const short = (text) => (text.length > 160 ? `${text.slice(0, 90).replace(/\s\S*$/, "")} … ${text.slice(-60).replace(/^\S*\s/, "")}` : text);
  const wordsAt = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest("[data-words]");
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").trim();

  // Where a point of the page lies in the text, and the words of its turn before and behind it.
  function place(node, offset) {
    const words = wordsAt(node);
    if (!words) return null;
    const before = document.createRange();
    before.selectNodeContents(words);
    before.setEnd(node, offset);
    const head = before.toString();
    return { words, at: Number(words.dataset.start) + points(head), head, tail: words.textContent.slice(head.length) };
  }

  // A selection that begins or ends outside the words of a turn, as on its name, is taken to the words nearest by.
  function whole(range) {
    const all = [...root.querySelectorAll("[data-words]")].filter((one) => range.intersectsNode(one));
    if (!all.length) return null;
    const fitted = range.cloneRange();
    if (!wordsAt(range.startContainer)) fitted.setStart(all[0], 0);
    const last = all[all.length - 1];
    if (!wordsAt(range.endContainer)) fitted.setEnd(last, last.childNodes.length);
    return fitted.collapsed ? null : fitted;
  }

  function choose(range) {
    const fitted = whole(range);
    if (!fitted || !fitted.toString().trim()) return;
    const [from, to] = [place(fitted.startContainer, fitted.startOffset), place(fitted.endContainer, fitted.endOffset)];
    if (!from || !to || from.at >= to.at) return;
    const inside = from.words === to.words;
    const begins = [...(inside ? fitted.toString() : from.tail)].slice(0, EDGE).join("");
    const ends = [...(inside ? fitted.toString() : to.head)].slice(-EDGE).join("");
    const text = [...root.querySelectorAll("[data-words]")].filter((one) => fitted.intersectsNode(one)).length > 1 ? `${from.tail} … ${to.head}` : fitted.toString();
    chosen = { range: fitted, words: from.words };
    for (const [name, value] of Object.entries({ start: from.at, end: to.at, begins, ends })) form.elements.namedItem(name).value = value;
    shown.replaceChildren(Object.assign(document.createElement("strong"), { textContent: `${root.dataset.chosen} ` }), `“${short(text.trim())}”`);
    shown.classList.add("inq-panel__chosen--words");
    panel.classList.add("inq-panel--ready");
    letGo.hidden = false;
    if (window.CSS?.highlights) CSS.highlights.set("inq-chosen", new Highlight(fitted));
  }

  function choose_turn(words) {
    const range = document.createRange();
    range.selectNodeContents(words);
    choose(range);
  }

  function let_go() {
    chosen = null;
    for (const name of ["start", "end", "begins", "ends"]) form.elements.namedItem(name).value = "";
    shown.textContent = empty;
    shown.classList.remove("inq-panel__chosen--words");
    panel.classList.remove("inq-panel--ready");
    letGo.hidden = true;
    window.CSS?.highlights?.delete("inq-chosen");
  }

  // The codes -------------------------------------------------------------------------------------------------------------------
  const codes = () => [...form.querySelectorAll("[data-desk-codes] > li")];
  const choice = (one) => one.querySelector("input[type=radio]");
  const found = () => codes().filter((one) => choice(one) && !one.classList.contains("inq-code--aside"));
  const label = (one) => one.querySelector("label").textContent.trim();

  // Codes that begin with what was typed come before those in which another word does.
  function find() {
    const typed = fold(field.value);
    const begins = (one) => one.dataset.name.startsWith(typed);
    for (const one of codes()) {
      const fits = !typed || (choice(one) && (begins(one) || one.dataset.name.includes(` ${typed}`)));
      one.classList.toggle("inq-code--aside", !fits);
      if (choice(one)) choice(one).checked = false;
    }
    const fit = found();
    const first = typed ? fit.find((one) => one.dataset.name === typed) ?? fit.find(begins) ?? fit[0] : null;
    if (first) choice(first).checked = true;
    if (!typed) return;
    const text = !first ? root.dataset.none : fit.length === 1 ? root.dataset.one : root.dataset.found;
    say(text.replace("{n}", fit.length).replace("{name}", first ? label(first) : ""));
  }

  function step(by) {
    const fit = found();
    if (!fit.length) return;
    const at = fit.findIndex((one) => choice(one).checked);
    const next = fit[(at + by + fit.length) % fit.length];
    choice(next).checked = true;
    next.scrollIntoView({ block: "nearest" });
    say(label(next));
  }

  field.addEventListener("input", find);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      field.value = "";
      find();
      chosen?.words.focus({ preventScroll: true });
    }
  });

  // Sending, and putting in what came back -----------------------------------------------------------------------------------------
  async function send(action, data, from) {
    if (busy) return;
    busy = true;
    const turn = chosen?.words.closest("[data-turn]").id;
    try {
      const answer = await fetch(action, { method: "POST", body: data, credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!page.querySelector("[data-desk]")) return void location.reload();
      // Refused, the chosen words stay chosen; unless the text itself is another one now.
      const version = (where) => where.querySelector("input[name=text_version]")?.value;
      const corrected = version(page) !== version(root);
      if (answer.ok || corrected) put_in(page);
      if (corrected) {
        form.elements.namedItem("text_version").value = version(page);
        let_go();
      }
      const words = page.querySelector(".nhsuk-notification-banner__heading") ?? page.querySelector(".nhsuk-error-summary__list");
      say(words?.textContent.trim() ?? "");
      if (answer.ok && from === form) {
        let_go();
        field.value = "";
        find();
        document.getElementById(turn)?.querySelector("[data-words]").focus({ preventScroll: true });
      }
      document.dispatchEvent(new Event("ownwords:alive"));
    } catch {
      say(root.dataset.failed);
    } finally {
      busy = false;
    }
  }

  function put_in(page) {
    document.querySelectorAll("main .nhsuk-notification-banner, main .nhsuk-error-summary").forEach((one) => one.remove());
    for (const name of PARTS) {
      const [old, fresh] = [root, page].map((where) => where.querySelector(`[data-desk-part="${name}"]`));
      if (old && fresh) old.replaceWith(document.adoptNode(fresh));
      else if (fresh && name === "codes") form.append(document.adoptNode(fresh));
    }
    const held = chosen;
    ready();
    if (held) find();
  }

  root.addEventListener("submit", (event) => {
    const sent = event.target;
    if (!sent.matches("[data-desk-form], [data-desk-off], [data-desk-turn]")) return;
    event.preventDefault();
    if (sent === form && !chosen && !form.elements.namedItem("first")) return say(root.dataset.nothing);
    const data = new FormData(sent, event.submitter);
    if (sent === form && chosen) ["first", "last"].forEach((name) => data.delete(name));
    send(sent.action, data, sent);
  });

  // Choosing words -----------------------------------------------------------------------------------------------------------------
  function look() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !root.contains(selection.anchorNode)) return;
    if (panel.contains(selection.anchorNode)) return;
    choose(selection.getRangeAt(0));
  }

  document.addEventListener("selectionchange", look);

  letGo.addEventListener("click", () => {
    const words = chosen?.words;
    document.getSelection().removeAllRanges();
    let_go();
    words?.focus({ preventScroll: true });
  });

  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-desk-whole]");
    if (!link) return;
    event.preventDefault();
    choose_turn(link.closest("[data-turn]").querySelector("[data-words]"));
    field.focus();
  });

  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    if (event.target.matches("input[type=text], textarea") && event.target.value) return;
    event.preventDefault();
    const button = root.querySelector(`[data-desk-turn="${event.shiftKey ? "redo" : "undo"}"] button:not([disabled])`);
    button?.click();
  });

  // A quick hand types before the browser tells of the new selection, and the field takes the selection to itself: look first.
  function to_code(letter) {
    look();
    field.focus();
    if (!letter) return;
    field.value = letter;
    find();
  }

  const keys = turnKeys(root, { say, toCode: to_code });

  function ready() {
    keys.ready();
  }

  panel.classList.add("inq-panel--script");
  form.querySelector("[data-desk-noscript]")?.remove();
  ready();
  const asked = form.elements.namedItem("turn")?.value;
  if (asked) choose_turn(root.querySelector(`#turn-${asked} [data-words]`));
}
