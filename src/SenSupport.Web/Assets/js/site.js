// Progressive enhancement only: every page works without this file. The packages' bundles stand before it (Assets/build.mjs).
import { govuk, moj } from "packages";
import { keepDrafts } from "./drafts.js";
import { addRowsInPlace } from "./rows.js";
import { tipWhileTyping } from "./tips.js";
import { cropPhoto } from "./photo.js";
import { followProgress } from "./progress.js";
import { tickRows } from "./ticks.js";
import { suggest } from "./suggest.js";
import { listenToKeys } from "./keys.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
govuk.initAll();
moj.initAll();

document.querySelectorAll("form[data-sen-draft]").forEach(keepDrafts);
document.querySelectorAll("form[data-sen-rows]").forEach(addRowsInPlace);
document.querySelectorAll("form[data-sen-tips-from]").forEach(tipWhileTyping);
document.querySelectorAll("form[data-sen-photo]").forEach(cropPhoto);
document.querySelectorAll("[data-sen-progress]").forEach(followProgress);
document.querySelectorAll("table[data-sen-ticks]:not([data-sen-ticks=''])").forEach(tickRows);
document.querySelectorAll("form[data-sen-suggest]").forEach(suggest);
listenToKeys();
document.querySelectorAll("[data-sen-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
