// A table whose rows can be ticked: a box in its head ticks all of the page, and the list "With" says how many are ticked.
import { announce } from "./status.js";

export function tickRows(table) {
  const boxes = [...table.querySelectorAll("tbody .sen-check")];
  const first = document.querySelector(`form#${CSS.escape(table.dataset.senTicks)} option[value="ticked"]`);
  if (boxes.length === 0 || !first) return;
  const all = document.createElement("input");
  Object.assign(all, { type: "checkbox", className: "sen-check" });
  all.setAttribute("aria-label", "Select everyone on this page");
  table.querySelector("thead td").replaceChildren(all);
  const count = (say) => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
    first.textContent = ticked === 0 ? "those ticked" : ticked === 1 ? "the 1 ticked" : `the ${ticked} ticked`;
    if (say) announce(`${ticked} ticked.`);
  };
  all.addEventListener("change", () => {
    boxes.forEach((box) => (box.checked = all.checked));
    count(true);
  });
  table.addEventListener("change", (event) => boxes.includes(event.target) && count(false));
  // A browser that comes back to the page has its ticks again a moment later.
  addEventListener("pageshow", () => count(false));
}
