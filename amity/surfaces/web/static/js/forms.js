/* Forms fetched into a slot: Esc or "leave it" empties the slot and gives the focus back; a choice that sends itself. */
(() => {
  const openers = new WeakMap();

  function leave(slot) {
    const opener = openers.get(slot);
    slot.replaceChildren();
    if (opener?.isConnected) opener.focus();
  }

  document.addEventListener("htmx:beforeRequest", (event) => {
    const { elt, target } = event.detail;
    if (target?.matches(".slot") && !target.contains(elt)) openers.set(target, elt);
  });
  document.addEventListener("click", (event) => {
    const slot = event.target.closest("[data-leave]")?.closest(".slot");
    if (slot) { event.preventDefault(); leave(slot); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const slot = event.target.closest(".slot");
    if (slot) { event.preventDefault(); leave(slot); }
    else if (event.target.matches("input, textarea, select") && !event.target.closest("dialog")) event.target.blur();
  });
  /* A form that swaps the page in place goes to the address of the button that was pressed, wherever that stands. */
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const form = button?.type === "submit" && button.form;
    if (!form || !form.matches("[data-swaps]") || !window.htmx) return;
    event.preventDefault();
    htmx.ajax("POST", button.getAttribute("formaction") ?? form.getAttribute("action"), { source: form, target: "#main", swap: "outerHTML" });
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-prints]")) window.print();
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-sends]")) event.target.form.requestSubmit();
  });
})();
