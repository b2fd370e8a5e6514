// A session that lapsed: signing in again without leaving the page, so that nothing typed is lost.
export const asScript = { "X-Requested-With": "XMLHttpRequest" };

/** Whether the person is still signed in: "open", "lapsed", or "offline" when the server cannot be reached. */
export async function session() {
  try {
    const response = await fetch("/account/session", { headers: asScript, cache: "no-store" });
    return response.status === 401 || response.redirected ? "lapsed" : "open";
  } catch {
    return "offline";
  }
}

const dialogHtml = `
  <form method="post" action="/account/sign-in-again" novalidate>
    <h2 class="govuk-heading-m" id="sign-in-again-title">Sign in again</h2>
    <p class="govuk-body">You were signed out after a time without use. What you typed is still on this page.</p>
    <p class="govuk-error-message" role="alert" hidden></p>
    <div class="govuk-form-group">
      <label class="govuk-label" for="sign-in-again-email">Email address</label>
      <input class="govuk-input" id="sign-in-again-email" name="email" type="email" autocomplete="username" spellcheck="false" required>
    </div>
    <div class="govuk-form-group">
      <label class="govuk-label" for="sign-in-again-password">Password</label>
      <input class="govuk-input" id="sign-in-again-password" name="password" type="password" autocomplete="current-password" required>
    </div>
    <div class="sen-actions">
      <button type="submit" class="govuk-button">Sign in and carry on</button>
      <button type="button" class="govuk-button govuk-button--secondary" value="cancel">Not now</button>
    </div>
  </form>`;

const tokens = () => document.querySelectorAll('input[name="__RequestVerificationToken"]');
let asking = null;

/** Asks for e-mail and password in a dialog. Resolves to true once signed in, to false when the person closes the dialog. */
export function signInAgain() {
  asking ??= ask().finally(() => (asking = null));
  return asking;
}

function ask() {
  const dialog = document.createElement("dialog");
  dialog.className = "sen-dialog sen-dense";
  dialog.setAttribute("aria-labelledby", "sign-in-again-title");
  dialog.innerHTML = dialogHtml;
  document.body.append(dialog);
  const form = dialog.querySelector("form");
  const error = dialog.querySelector('[role="alert"]');
  return new Promise((resolve) => {
    let signedIn = false;
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(signedIn);
    });
    dialog.querySelector('[value="cancel"]').addEventListener("click", () => dialog.close());
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const problem = await signIn(form);
      signedIn = problem === null;
      if (signedIn) return dialog.close();
      error.textContent = problem;
      error.hidden = false;
      form.elements.password.value = "";
      form.elements.password.focus();
    });
    dialog.showModal();
  });
}

/** Signs in and takes over the new request token. Returns what went wrong in words, or null. */
async function signIn(form) {
  const body = new URLSearchParams(new FormData(form));
  body.set("staff", document.documentElement.dataset.staff ?? "");
  try {
    const response = await fetch(form.action, { method: "POST", body, headers: asScript });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) return answer.error ?? "That did not work. Wait a minute, then try again.";
    tokens().forEach((input) => (input.value = answer.token));
    return null;
  } catch {
    return "The server cannot be reached. Check your connection, then try again.";
  }
}
