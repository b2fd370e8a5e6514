// Single keys (WCAG 2.1.4): never while somebody types or with another key held, and they can be turned off on the page that lists them.
const keysOff = "sen-keys-off";
const remembered = () => {
  try {
    return localStorage.getItem(keysOff) === "yes";
  } catch {
    return false;
  }
};

export function listenToKeys() {
  let goingUntil = 0;
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || remembered() || isTyping(event.target)) return;
    const going = Date.now() < goingUntil;
    goingUntil = 0;
    if (going) {
      const link = document.querySelector(`a[data-sen-key="${CSS.escape(event.key.toLowerCase())}"]`);
      if (link) {
        event.preventDefault();
        link.click();
      }
    } else if (event.key === "g") goingUntil = Date.now() + 1500;
    else if (event.key === "?") location.href = "/help/keyboard";
    else if (event.key === "/") {
      const search = document.querySelector("#quick-search");
      if (!search) return;
      event.preventDefault();
      search.focus();
      search.select();
    }
  });
  document.querySelectorAll("[data-sen-keys-switch]").forEach(offerSwitch);
}

function offerSwitch(place) {
  const button = place.querySelector("button");
  const show = () => {
    button.textContent = remembered() ? "Turn the keys on" : "Turn the keys off";
  };
  button.addEventListener("click", () => {
    localStorage.setItem(keysOff, remembered() ? "no" : "yes");
    show();
  });
  place.hidden = false;
  show();
}

const isTyping = (element) => element instanceof HTMLElement && (element.isContentEditable || element.closest("input, textarea, select, dialog[open]") !== null);
