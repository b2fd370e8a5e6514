// Rows that are added and removed: the server makes them (with and without script the same way); here the answer takes the place of the
// form's content, so that the page keeps its position and the keyboard goes where the work is.
import { govuk, moj } from "packages";
import { asScript } from "./session.js";
import { announce } from "./status.js";

export function addRowsInPlace(form) {
  form.addEventListener("click", async (event) => {
    const button = event.target.closest('button[name="add"], button[name="remove"]');
    if (!button || form.inert) return;
    event.preventDefault();
    const content = await rowsFromServer(form, button);
    if (!content) return form.requestSubmit(button);
    form.replaceChildren(...content);
    govuk.initAll({ scope: form });
    moj.initAll({ scope: form });
    form.dispatchEvent(new Event("input"));
    moveFocus(form, button);
  });
}

/** The form's new content, or null when the server answers something else: then the form is sent in the usual way, which shows it. */
async function rowsFromServer(form, button) {
  const body = new URLSearchParams(new FormData(form));
  body.append(button.name, button.value);
  form.inert = true;
  try {
    // Not form.action: that is the button, where a form has one of that name.
    const response = await fetch(form.getAttribute("action") ?? location.href, { method: "POST", body, headers: asScript });
    if (!response.ok || response.redirected) return null;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return page.querySelector(`form[data-sen-rows="${CSS.escape(form.dataset.senRows)}"]`)?.childNodes ?? null;
  } catch {
    return null;
  } finally {
    form.inert = false;
  }
}

function moveFocus(form, button) {
  const kind = button.value.split("-")[0];
  if (button.name === "add") {
    const rows = form.querySelectorAll(`[data-sen-row="${CSS.escape(kind)}"]`);
    rows[rows.length - 1]?.querySelector("input:not([type=hidden]), textarea, select")?.focus();
    announce("Added.");
  } else {
    form.querySelector(`button[name="add"][value="${CSS.escape(kind)}"]`)?.focus();
    announce("Removed.");
  }
}
