/* Lines: j and k choose one, focus and a tap choose one, and a swapped page keeps the place. */
(() => {
  let place = 0;
  const rows = () => [...document.querySelectorAll("#main [data-row]")];
  const current = () => document.querySelector("#main [data-row].is-current");

  function choose(row, focus) {
    if (!row) return;
    const before = current();
    if (before !== row) {
      before?.classList.remove("is-current");
      before?.removeAttribute("aria-current");
      row.classList.add("is-current");
      row.setAttribute("aria-current", "true");
    }
    place = rows().indexOf(row);
    if (focus) {
      row.querySelector("a, button, input")?.focus({ preventScroll: true });
      row.scrollIntoView({ block: "nearest" });
    }
  }

  document.addEventListener("amity:press", (event) => {
    const step = { "row-next": 1, "row-before": -1 }[event.detail];
    if (!step) return;
    const all = rows();
    if (!all.length) return;
    event.preventDefault();
    const now = all.indexOf(current());
    choose(all[Math.min(Math.max(now + step, 0), all.length - 1)], true);
  });
  document.addEventListener("focusin", (event) => choose(event.target.closest("#main [data-row]"), false));
  document.addEventListener("pointerup", (event) => {
    if (!event.target.closest("a, button, input, select, textarea, label, summary")) choose(event.target.closest("#main [data-row]"), false);
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "main") return;
    const all = rows();
    const kept = document.activeElement === document.body || document.activeElement === event.target;
    if (all.length) choose(all[Math.min(place, all.length - 1)], kept);
    else if (kept) event.target.focus({ preventScroll: true });
  });
})();
