// What the SMART helper says of a target while it is typed, and the catalogue's defaults for a row of provision. Nothing is stored here.
import { asScript } from "./session.js";

const pause = 700;

export function tipWhileTyping(form) {
  const waiting = new Map();
  const asked = new WeakMap();
  const later = (event) => {
    const row = event.target.closest('[data-sen-row="target"]');
    if (!row) return;
    clearTimeout(waiting.get(row));
    waiting.set(row, setTimeout(() => (waiting.delete(row), ask(row)), pause));
  };

  async function ask(row) {
    const place = row.querySelector("[data-sen-tips]");
    if (!place || !row.isConnected) return;
    const number = (asked.get(row) ?? 0) + 1;
    asked.set(row, number);
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      const field = form.elements.namedItem(name);
      if (field instanceof Element && row.contains(field)) body.append(name.replace(/^.*\]\./, ""), value);
      else if (/^(StartsOn|ReviewOn)\.|^__RequestVerificationToken$/.test(name)) body.append(name, value);
    }
    try {
      const response = await fetch(form.dataset.senTipsFrom, { method: "POST", body, headers: asScript });
      // A later answer may be there already; and without an answer what stands there is still true of what was typed before.
      if (response.ok && !response.redirected && asked.get(row) === number) place.innerHTML = await response.text();
    } catch {
      /* The next pause in typing asks again. */
    }
  }

  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("change", fillFromCatalogue);
}

function fillFromCatalogue({ target: field }) {
  const row = field.closest?.('[data-sen-row="provision"]');
  if (!row || !field.name?.endsWith("].What")) return;
  const chosen = [...document.querySelectorAll("#interventions option")].find((option) => option.value === field.value.trim());
  if (!chosen) return;
  const fill = (name, value) => {
    const empty = row.querySelector(`[name$="].${name}"]`);
    if (empty && !empty.value.trim() && value) empty.value = value;
  };
  const { minutes, timesAWeek, groupSize, deliveredBy, weeks } = chosen.dataset;
  fill("Minutes", minutes);
  fill("TimesAWeek", timesAWeek);
  fill("GroupSize", groupSize);
  fill("DeliveredBy", deliveredBy);
  const dates = planDates(field.form);
  fill("From", dates.starts && ukDate(dates.starts));
  if (dates.starts && weeks) {
    const ends = new Date(dates.starts.getTime() + (weeks * 7 - 3) * 86_400_000);
    fill("To", ukDate(dates.review && dates.review < ends ? dates.review : ends));
  }
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function planDates(form) {
  const read = (name) => {
    const [day, month, year] = ["Day", "Month", "Year"].map((part) => Number(form.elements.namedItem(`${name}.${part}`)?.value));
    return day && month && year > 1900 ? new Date(Date.UTC(year, month - 1, day)) : null;
  };
  return { starts: read("StartsOn"), review: read("ReviewOn") };
}

const ukDate = (date) => date.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).replace("Sept", "Sep");
