// Two minutes before an idle session ends: say so, and offer to stay. When it has ended, a page on which nobody typed is loaded again,
// so that the record does not stay on an empty room's screen; a page with typed words is left as it is, because sending it keeps them.
const WARNING = 120;
const box = document.getElementById("idle");

if (box) {
  const seconds = Number(box.dataset.seconds);
  const form = box.querySelector("form");
  const failed = box.querySelector(".ow-idle__failed");
  let typed = false;
  let before = null;
  let warn = 0;
  let end = 0;

  const show = () => {
    before = document.activeElement;
    failed.hidden = true;
    box.hidden = false;
    form.querySelector("button").focus();
  };

  const start = () => {
    clearTimeout(warn);
    clearTimeout(end);
    if (!box.hidden) {
      box.hidden = true;
      before?.focus?.();
    }
    warn = setTimeout(show, Math.max(seconds - WARNING, 1) * 1000);
    end = setTimeout(() => typed || window.location.reload(), (seconds + 5) * 1000);
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    try {
      const answer = await fetch(box.dataset.stayUrl, { method: "POST", body: new FormData(form), credentials: "same-origin", redirect: "error" });
      if (!answer.ok) throw new Error(String(answer.status));
      start();
    } catch {
      failed.hidden = false;
    }
  });
  document.addEventListener("input", () => (typed = true));
  document.addEventListener("ownwords:alive", start);
  start();
}
