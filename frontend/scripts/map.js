// Comfort on the map: dragging, or pressing something and then a ring, in the drawing. Every change is a form that works
// without this; here it is sent in place, the page's own part is put in from the answer, and what happened is said once.
const root = document.querySelector("[data-map-root]");
const FAR = 6;

if (root) {
  const status = root.querySelector("[data-map-status]");
  let picked = "";
  let drag = null;
  let busy = false;

  const say = (text) => {
    status.textContent = text;
  };
  const drawing = () => root.querySelector("[data-map-drawing]");
  const mark = (id) => root.querySelector(`[data-item="${id}"]`);
  const ready = () => {
    root.querySelectorAll("[data-map-hint]").forEach((hint) => (hint.hidden = false));
    // Where the drawing is wider than the screen, its middle is what is seen first.
    const frame = root.querySelector(".ow-map__frame");
    if (frame) frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
  };

  function pick(id) {
    root.querySelectorAll(".ow-map-mark--picked").forEach((one) => one.classList.remove("ow-map-mark--picked"));
    const before = picked;
    picked = id === before ? "" : id;
    if (picked) {
      mark(picked).classList.add("ow-map-mark--picked");
      say(status.dataset.picked.replace("{name}", mark(picked).dataset.name));
    } else if (before) say(status.dataset.letGo);
  }

  // Where a press lies: the ring, and the angle from the top, clockwise; "none" outside every ring.
  function place(event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing().getScreenCTM().inverse());
    const rings = [...drawing().querySelectorAll("[data-ring]")].sort((a, b) => a.r.baseVal.value - b.r.baseVal.value);
    const [x, y] = [point.x - rings[0].cx.baseVal.value, point.y - rings[0].cy.baseVal.value];
    const ring = rings.find((one) => Math.hypot(x, y) <= one.r.baseVal.value);
    const angle = Math.round((Math.atan2(x, -y) * 180) / Math.PI + 360) % 360;
    return { ring, name: ring ? ring.dataset.ring : "none", angle: ring ? angle : "" };
  }

  function show(ring) {
    root.querySelectorAll(".ow-map-ring--over").forEach((one) => one.classList.remove("ow-map-ring--over"));
    ring?.classList.add("ow-map-ring--over");
  }

  async function send(action, data, form) {
    if (busy) return;
    busy = true;
    const focused = document.activeElement?.id;
    const open = [...root.querySelectorAll("details[id][open]")].map((one) => one.id);
    try {
      const answer = await fetch(action, { method: "POST", body: data, credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-map]");
      // Anything but the map again (signed out meanwhile, refused): let the browser go there itself.
      if (!fresh) return void (form ? form.submit() : location.reload());
      document.querySelectorAll("main .nhsuk-notification-banner").forEach((one) => one.remove());
      root.querySelector("[data-map]").replaceWith(document.adoptNode(fresh));
      picked = "";
      open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
      ready();
      say(page.querySelector(".nhsuk-notification-banner__heading")?.textContent.trim() ?? "");
      if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
      document.dispatchEvent(new Event("ownwords:alive"));
    } catch {
      say(status.dataset.failed);
      if (drag) mark(drag.id)?.removeAttribute("transform");
    } finally {
      busy = false;
    }
  }

  function move(id, to) {
    const form = root.querySelector("[data-map-drop]");
    const data = new FormData(form);
    data.set("version", mark(id).dataset.version);
    data.set("ring", to.name);
    data.set("angle", to.angle);
    send(mark(id).dataset.move, data, null);
  }

  function let_go() {
    if (drag) {
      mark(drag.id)?.removeAttribute("transform");
      mark(drag.id)?.classList.remove("ow-map-mark--dragged");
    }
    drag = null;
    show(null);
  }

  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.hasAttribute("data-map-form")) return;
    event.preventDefault();
    const data = new FormData(form);
    if (event.submitter?.name) data.set(event.submitter.name, event.submitter.value);
    send(form.action, data, form);
  });

  root.addEventListener("pointerdown", (event) => {
    const on = event.target.closest("[data-item]");
    if (!on || event.button !== 0) return;
    drag = { id: on.dataset.item, x: event.clientX, y: event.clientY, far: false };
  });

  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const [x, y] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.far && Math.hypot(x, y) < FAR) return;
    drag.far = true;
    const scale = drawing().getScreenCTM().a;
    const one = mark(drag.id);
    one.setAttribute("transform", `translate(${x / scale} ${y / scale})`);
    one.classList.add("ow-map-mark--dragged");
    show(place(event).ring);
  });

  document.addEventListener("pointerup", (event) => {
    const held = drag;
    if (held?.far) {
      const to = place(event);
      show(null);
      drag = null;
      move(held.id, to);
    } else if (held) {
      let_go();
      pick(held.id);
    } else if (picked && event.target.closest?.("[data-map-drawing]")) {
      move(picked, place(event));
    }
  });

  document.addEventListener("pointercancel", let_go);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !(drag || picked)) return;
    let_go();
    if (picked) pick(picked);
  });
  ready();
}
