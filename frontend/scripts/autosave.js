// A form with `data-draft` and `data-draft-url` is posted there every eight seconds while somebody types, and when the page is left.
// The words go to the server only: nothing is stored in the browser. A line says when they were last kept.
const EVERY = 8000;

function watch(form) {
  const line = form.querySelector("[data-draft-status]") ?? document.querySelector("[data-draft-status]");
  let changed = false;
  let timer = 0;
  let busy = false;

  const say = (name) => {
    if (!line) return;
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    line.textContent = (line.dataset[name] ?? "").replace("{time}", time);
  };

  const words = () => {
    const data = new FormData(form);
    for (const control of form.querySelectorAll("input[type=file], input[type=password]")) data.delete(control.name);
    // Two posts of one window may overtake each other; the server keeps the later one.
    data.set("draft_moment", String(Date.now()));
    return data;
  };

  const later = () => {
    if (!timer) timer = setTimeout(keep, EVERY);
  };

  async function keep() {
    timer = 0;
    if (!changed || form.dataset.sent) return;
    if (busy) return later();
    busy = true;
    changed = false;
    try {
      const answer = await fetch(form.dataset.draftUrl, { method: "POST", body: words(), credentials: "same-origin", redirect: "error" });
      if (!answer.ok) throw new Error(String(answer.status));
      say("kept");
      document.dispatchEvent(new Event("ownwords:alive"));
    } catch {
      changed = true;
      say("failed");
      later();
    } finally {
      busy = false;
    }
  }

  form.addEventListener("input", () => {
    changed = true;
    later();
  });
  window.addEventListener("pagehide", () => {
    if (!changed || form.dataset.sent) return;
    changed = false;
    fetch(form.dataset.draftUrl, { method: "POST", body: words(), credentials: "same-origin", keepalive: true }).catch(() => {});
  });
}

document.querySelectorAll("form[data-draft][data-draft-url]").forEach(watch);
