/* Keys. What the sheet (#keys, written by the server) lists is what is bound; a key presses what carries its name. */
(() => {
  const sheet = document.getElementById("keys");
  const CHORD_MS = 1200;
  let began = "", until = 0;

  const isTyping = (at) => at.closest("input:not([type=checkbox], [type=radio], [type=submit]), textarea, select, [contenteditable]");
  const listed = (keys) => sheet.querySelector(`[data-keys="${CSS.escape(keys)}"]`);
  const begins = (key) => sheet.querySelector(`[data-keys^="${CSS.escape(key)} "]`);

  /* The chosen line first, then the page. */
  function bearer(name) {
    const within = document.querySelector(".is-current");
    const all = `[data-press~="${name}"]`;
    return (within && within.querySelector(all)) || [...document.querySelectorAll(all)].find((one) => !one.closest("[data-row]"));
  }

  function press(name) {
    if (!document.dispatchEvent(new CustomEvent("amity:press", { detail: name, cancelable: true }))) return true;
    const what = bearer(name);
    if (!what) return false;
    if (what.matches("input, textarea, select") && !what.matches("[type=checkbox], [type=submit]")) { what.focus(); what.select?.(); }
    else if (what.matches("details")) { what.open = true; what.querySelector("input, textarea, select")?.focus(); }
    else what.click();
    return true;
  }

  document.addEventListener("amity:press", (event) => {
    if (event.detail === "keys") { event.preventDefault(); sheet.showModal(); }
  });

  document.addEventListener("amity:do", (event) => press(event.detail));

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      press("palette");
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!("single" in sheet.dataset) || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    const key = event.shiftKey && event.key.length === 1 && event.key !== event.key.toLowerCase() ? `Shift+${event.key.toLowerCase()}` : event.key;
    const keys = began && event.timeStamp < until ? `${began} ${key}` : key;
    began = "";
    const entry = listed(keys);
    if (entry) { if (press(entry.dataset.does)) event.preventDefault(); }
    else if (begins(keys)) { began = keys; until = event.timeStamp + CHORD_MS; event.preventDefault(); }
  });

  document.addEventListener("click", (event) => {
    const closer = event.target.closest("[data-close]");
    if (!closer) return;
    const what = document.getElementById(closer.dataset.close);
    if (what.matches("dialog")) what.close(); else what.replaceChildren();
  });
})();
