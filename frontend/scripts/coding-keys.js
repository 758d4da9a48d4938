// Choosing words by keys: one turn at a time is in the tab order; arrows move by words, with Shift they take more words.
export function turnKeys(root, { say, toCode }) {
  const all = () => [...root.querySelectorAll("[data-words]")];

  function ready() {
    const turns = all();
    for (const words of turns) {
      words.tabIndex = -1;
      words.setAttribute("role", "group");
      const who = words.closest("[data-turn]").querySelector(".inq-turn__who");
      words.setAttribute("aria-label", `${who.querySelector(".inq-turn__number").textContent} ${who.querySelector(".inq-turn__name")?.textContent ?? ""}`.trim());
      words.setAttribute("aria-description", root.dataset.keys);
    }
    if (turns.length) turns[0].tabIndex = 0;
  }

  // The ends of every word of a turn, as counted in its text.
  const places = (words) => [...words.textContent.matchAll(/\S+/g)].map((one) => [one.index, one.index + one[0].length]);

  function node_at(words, offset) {
    const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
    let left = offset;
    while (walker.nextNode()) {
      if (left <= walker.currentNode.length) return [walker.currentNode, left];
      left -= walker.currentNode.length;
    }
    return [words, words.childNodes.length];
  }

  function offset_of(words, node, offset) {
    const range = document.createRange();
    range.selectNodeContents(words);
    range.setEnd(node, offset);
    return range.toString().length;
  }

  // Which words are chosen now, as places in `places`: the word that stays, and the one that moves.
  function now(words, ends) {
    const selection = document.getSelection();
    if (selection.isCollapsed || !words.contains(selection.anchorNode) || !words.contains(selection.focusNode)) return null;
    const [anchor, focus] = [offset_of(words, selection.anchorNode, selection.anchorOffset), offset_of(words, selection.focusNode, selection.focusOffset)];
    const inside = (at, end) => (end ? ends.findLastIndex(([from]) => from < at) : ends.findIndex(([, to]) => to > at));
    return anchor <= focus ? [inside(anchor, false), inside(focus, true)] : [inside(anchor, true), inside(focus, false)];
  }

  function take(words, ends, stays, moves) {
    const forward = stays <= moves;
    const from = node_at(words, ends[stays][forward ? 0 : 1]);
    const to = node_at(words, ends[moves][forward ? 1 : 0]);
    document.getSelection().setBaseAndExtent(...from, ...to);
    say(document.getSelection().toString());
  }

  function by_word(words, by, more, far) {
    const ends = places(words);
    if (!ends.length) return;
    const last = ends.length - 1;
    const [stays, moves] = now(words, ends) ?? [null, by > 0 ? -1 : ends.length];
    const to = far ? (by > 0 ? last : 0) : Math.min(last, Math.max(0, moves + by));
    take(words, ends, more && stays !== null ? stays : to, to);
  }

  function go(words, by) {
    const turns = all();
    const next = turns[turns.indexOf(words) + by];
    if (!next) return;
    words.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  root.addEventListener("keydown", (event) => {
    const words = event.target;
    if (!words.matches?.("[data-words]") || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, shiftKey } = event;
    if (key === "ArrowRight" || key === "ArrowLeft") by_word(words, key === "ArrowRight" ? 1 : -1, shiftKey, false);
    else if (key === "End" || key === "Home") by_word(words, key === "End" ? 1 : -1, shiftKey, true);
    else if (key === "ArrowDown" || key === "ArrowUp") go(words, key === "ArrowDown" ? 1 : -1);
    else if (key === "Enter") toCode("");
    else if (/^[\p{L}\p{N}]$/u.test(key) && now(words, places(words))) toCode(key);
    else return;
    event.preventDefault();
  });

  root.addEventListener("focusin", (event) => {
    if (!event.target.matches("[data-words]")) return;
    for (const one of all()) one.tabIndex = one === event.target ? 0 : -1;
  });

  return { ready };
}
