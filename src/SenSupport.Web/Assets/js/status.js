// What the page says about saving: seen in the save bar each time, read out to screen readers at most once a minute.
const announcer = document.createElement("div");
announcer.className = "govuk-visually-hidden";
announcer.setAttribute("role", "status");
document.body.append(announcer);
let announcedAt = -Infinity;

/** Reads a text out to screen readers, at once. */
export function announce(text) {
  announcer.textContent = text;
}

/**
 * Shows a text in the save bar of a form. The bar is looked up anew each time: adding a row replaces the form's content.
 * @param {"saving" | "saved" | "failed" | "lapsed"} kind
 */
export function showSaving(form, kind, text, onSignIn) {
  const state = form.querySelector("[data-sen-save-state]");
  if (!state) return;
  const warn = kind === "failed" || kind === "lapsed";
  const changed = state.dataset.kind !== kind;
  state.dataset.kind = kind;
  state.closest(".sen-savebar").classList.toggle("sen-savebar--warn", warn);
  state.querySelector("use").setAttribute("href", warn ? "#i-warn" : "#i-tick");
  state.querySelector("svg").classList.toggle("sen-hidden", kind === "saving");
  state.querySelector("span").textContent = text;
  state.querySelector("button")?.remove();
  if (kind === "lapsed") {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sen-linkbutton";
    button.textContent = "Sign in again";
    button.addEventListener("click", onSignIn);
    state.append(button);
  }
  const now = Date.now();
  if ((warn && changed) || (kind === "saved" && now - announcedAt > 60_000)) {
    announcedAt = now;
    announce(text);
  }
}
