/* Choosing several lines: all, up to here, how many, let go. */
(() => {
  const WORDS = ["No one", "One person", "Two people", "Three people", "Four people", "Five people", "Six people", "Seven people", "Eight people", "Nine people", "Ten people"];
  let last = null;
  const boxes = () => [...document.querySelectorAll('#people input[name="person"]')];

  function tell() {
    const all = boxes(), chosen = all.filter((box) => box.checked);
    for (const box of all) box.closest("tr").classList.toggle("is-chosen", box.checked);
    const count = document.querySelector("#people [data-count]");
    if (count) count.textContent = `${WORDS[chosen.length] ?? `${chosen.length} people`} chosen`;
    const whole = document.querySelector("#people [data-pick-all]");
    if (whole) { whole.checked = chosen.length === all.length; whole.indeterminate = chosen.length > 0 && !whole.checked; }
  }

  function upTo(box) {
    const all = boxes(), from = all.indexOf(last ?? box), to = all.indexOf(box);
    for (const one of all.slice(Math.min(from, to), Math.max(from, to) + 1)) one.checked = true;
    tell();
  }

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-pick-all]")) for (const box of boxes()) box.checked = event.target.checked;
    else if (event.target.matches('input[name="person"]')) last = event.target;
    else return;
    tell();
  });
  document.addEventListener("click", (event) => {
    if (event.shiftKey && event.target.matches('input[name="person"]')) upTo(event.target);
  });
  document.addEventListener("amity:press", (event) => {
    const box = document.querySelector('#people .is-current input[name="person"]');
    if (event.detail === "pick-to-here" && box) { event.preventDefault(); upTo(box); last = box; }
  });
  document.addEventListener("reset", () => setTimeout(tell));
})();
