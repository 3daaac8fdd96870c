/* Files dropped on the page go where chosen ones go. */
(() => {
  const form = document.querySelector("[data-drop]");
  if (!form) return;
  const input = form.querySelector("input[type=file]"), area = form.querySelector(".drop"), names = form.querySelector(".drop-names");

  const tell = () => { names.textContent = [...input.files].map((file) => file.name).join(", "); };
  const over = (event, is) => {
    if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
    event.preventDefault();
    area.classList.toggle("is-over", is);
  };

  input.addEventListener("change", tell);
  addEventListener("dragover", (event) => over(event, true));
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) area.classList.remove("is-over"); });
  addEventListener("drop", (event) => {
    over(event, false);
    if (!event.dataTransfer?.files.length) return;
    input.files = event.dataTransfer.files;
    tell();
    form.requestSubmit();
  });
})();
