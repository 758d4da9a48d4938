// A second press on a form that is already on its way is ignored. The server has its own guard; this spares the wait.
const WAIT = 8000;

function release(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("[data-pressed]")) {
    button.removeAttribute("aria-disabled");
    button.removeAttribute("data-pressed");
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  // Not `disabled`: that would drop the button's own name and value from what is sent.
  event.submitter?.setAttribute("aria-disabled", "true");
  event.submitter?.setAttribute("data-pressed", "");
  setTimeout(() => release(form), WAIT);
});

// Back from the next page: the form is as it was left, and can be sent again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form[data-sent]").forEach(release);
});
