// Keeps what is typed on the server every few seconds and when the page is left. A draft belongs to one person and one page.
import { asScript, session, signInAgain } from "./session.js";
import { showSaving } from "./status.js";

const every = 4000;
// Browsers refuse to send more than 64 KB while a page is being left.
const mostWhileLeaving = 60_000;

export function keepDrafts(form) {
  const address = `/drafts?page=${encodeURIComponent(form.dataset.senDraft)}`;
  const note = form.querySelector("[data-sen-save-state]")?.dataset.note ?? "";
  let savedAt = form.querySelector("[data-sen-save-state]")?.dataset.savedAt ?? "";
  let edits = 0;
  let savedEdits = 0;
  let failed = false;
  let lapsed = false;
  let leaving = false;
  let sending = null;

  const since = () => (savedAt ? `Not saved since ${savedAt}` : "Not saved yet");
  const unsaved = () => edits !== savedEdits;

  function show(kind) {
    failed = kind === "failed" || kind === "lapsed";
    lapsed = kind === "lapsed";
    const texts = {
      saving: "Saving…",
      saved: `Draft saved ${savedAt}. ${note}`,
      failed: `${since()}. Kept on this page; trying again.`,
      lapsed: `${since()}. Kept on this page; sign in again to save.`,
    };
    showSaving(form, kind, texts[kind], signInAndSave);
  }

  async function send(keepalive) {
    const sent = edits;
    const body = new URLSearchParams(new FormData(form));
    if (!failed) show("saving");
    try {
      const response = await fetch(address, {
        method: "POST",
        body,
        headers: asScript,
        keepalive: keepalive && body.toString().length < mostWhileLeaving,
      });
      if (response.status === 401 || response.redirected) return show("lapsed");
      if (!response.ok) return show("failed");
      ({ savedAt } = await response.json());
      savedEdits = sent;
      show("saved");
    } catch {
      show("failed");
    }
  }

  function save(keepalive = false) {
    if (!unsaved() || leaving || (sending && !keepalive)) return sending ?? Promise.resolve();
    const sent = send(keepalive).finally(() => {
      if (sending === sent) sending = null;
    });
    return (sending = sent);
  }

  async function signInAndSave() {
    const signedIn = await signInAgain();
    if (signedIn) {
      lapsed = false;
      await save();
    }
    return signedIn;
  }

  const edited = () => edits++;
  form.addEventListener("input", edited);
  form.addEventListener("change", edited);
  // While the session is gone each attempt would be refused: the person is asked instead.
  setInterval(() => lapsed || save(), every);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save(true));
  addEventListener("pagehide", () => save(true));
  addEventListener("pageshow", (event) => event.persisted && (leaving = false));
  addEventListener("beforeunload", (event) => {
    if (unsaved() && failed && !leaving) event.preventDefault();
  });

  // The form itself goes only when the session is open, and after a draft on its way: one that arrived later would bring the old text back.
  form.addEventListener("submit", async (event) => {
    if (leaving) return;
    event.preventDefault();
    const button = event.submitter;
    await sending;
    const state = await session();
    if (state === "offline") return show("failed");
    if (state === "lapsed" && !(await signInAgain())) return show("lapsed");
    leaving = true;
    form.requestSubmit(button);
  });
}
