/* Lines: j and k choose one, focus and a tap choose one, and a swapped page keeps the place within its section. */
(() => {
  let section = "", within = 0, place = 0;
  const rows = () => [...document.querySelectorAll("#main [data-row]")];
  const current = () => document.querySelector("#main [data-row].is-current");
  const sectionOf = (row) => row.closest("section")?.getAttribute("aria-labelledby") ?? "";

  function note(row) {
    const all = rows();
    section = sectionOf(row);
    within = all.filter((one) => sectionOf(one) === section).indexOf(row);
    place = all.indexOf(row);
  }

  function choose(row, focus) {
    if (!row) return;
    const before = current();
    if (before !== row) {
      before?.classList.remove("is-current");
      before?.removeAttribute("aria-current");
      row.classList.add("is-current");
      row.setAttribute("aria-current", "true");
    }
    note(row);
    if (focus) {
      row.querySelector("a, button, input")?.focus({ preventScroll: true });
      row.scrollIntoView({ block: "nearest" });
    }
  }

  /* What stands where the chosen line stood: the next of its section, else the next of the page. */
  function kept() {
    const all = rows(), same = all.filter((one) => sectionOf(one) === section);
    return same.length ? same[Math.min(within, same.length - 1)] : all[Math.min(place, all.length - 1)];
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
    const loose = document.activeElement === document.body || document.activeElement === event.target;
    if (rows().length) choose(kept(), loose);
    else if (loose) event.target.focus({ preventScroll: true });
  });
  choose(current(), false);
})();
