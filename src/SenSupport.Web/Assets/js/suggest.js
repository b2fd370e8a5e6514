// The search in the head of every page as a combobox with a list of links (ARIA Authoring Practices: list autocomplete with manual selection).
// Without script, or when the server does not answer, the form searches as ever.
import { asScript } from "./session.js";
import { announce } from "./status.js";

export function suggest(form) {
  const input = form.querySelector("input[type=search]");
  const list = document.createElement("ul");
  list.id = `${input.id}-list`;
  list.className = "sen-suggest";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Pupils and classes");
  form.append(list);
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
  let [waiting, asked, chosen] = [0, 0, -1];

  const options = () => [...list.children].filter((option) => option.getAttribute("role") === "option");
  const close = () => {
    asked++;
    clearTimeout(waiting);
    choose(-1);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  };
  const choose = (index) => {
    chosen = index;
    options().forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    const option = options()[index];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const show = (found) => {
    list.replaceChildren(...found.map((one, place) => optionOf(one, `${list.id}-${place}`)));
    choose(-1);
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    announce(found.length === 0 ? (input.value.trim() ? "Nobody found." : "") : `${found.length} found.`);
  };
  const ask = async () => {
    const mine = ++asked;
    try {
      const response = await fetch(`${form.dataset.senSuggest}?search=${encodeURIComponent(input.value)}`, { headers: asScript, cache: "no-store" });
      if (mine !== asked || document.activeElement !== input) return;
      show(response.ok && !response.redirected ? await response.json() : []);
    } catch {
      close();
    }
  };
  const askSoon = (after) => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, after);
  };

  input.addEventListener("input", () => askSoon(150));
  input.addEventListener("focus", () => askSoon(0));
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const count = options().length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return askSoon(0);
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(chosen < 0 ? (step > 0 ? 0 : count - 1) : (chosen + step + count) % count);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && !list.hidden && chosen >= 0) {
      event.preventDefault();
      location.href = options()[chosen].dataset.href;
    }
  });
  // The press must not take the focus from the field, which would close the list before the click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.href = option.dataset.href;
  });
}

function optionOf({ name, detail, href }, id) {
  const option = document.createElement("li");
  option.id = id;
  option.dataset.href = href;
  option.setAttribute("role", "option");
  const place = document.createElement("span");
  place.className = "sen-muted";
  place.textContent = detail;
  option.append(`${name} `, place);
  return option;
}
