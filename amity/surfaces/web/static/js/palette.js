/* The palette: opens, moves the choice, follows it. What it offers comes from the server. */
(() => {
  const palette = document.getElementById("palette");
  if (!palette) return;
  const text = document.getElementById("palette-text");
  const list = document.getElementById("palette-list");
  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => list.querySelector("[aria-selected=true]");

  function choose(option) {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) text.setAttribute("aria-activedescendant", option.id); else text.removeAttribute("aria-activedescendant");
  }

  function open() {
    palette.showModal();
    text.value = "";
    text.focus();
    htmx.trigger(text, "fill");
  }

  document.addEventListener("amity:press", (event) => {
    if (event.detail !== "palette") return;
    event.preventDefault();
    if (!palette.open) open();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest('a[data-press="palette"]')) { event.preventDefault(); open(); }
    else if (event.target === palette) palette.close();
  });
  text.addEventListener("keydown", (event) => {
    const all = options(), now = all.indexOf(chosen());
    if (event.key === "ArrowDown") choose(all[Math.min(now + 1, all.length - 1)]);
    else if (event.key === "ArrowUp") choose(all[Math.max(now - 1, 0)]);
    else if (event.key === "Enter") chosen()?.click();
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    palette.close();
    if (!option.dataset.does) return;
    event.preventDefault();
    document.dispatchEvent(new CustomEvent("amity:do", { detail: option.dataset.does }));
  });
  list.addEventListener("htmx:afterSwap", () => choose(options()[0]));
})();
