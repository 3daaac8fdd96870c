/* The line to write on: read back while one types, Enter keeps, Esc leaves it for later. */
(() => {
  const WAIT_MS = 120, MOST_MS = 400, QUIET_MS = 900; // after the last letter it is read back, in a flow of letters too, and read aloud
  const FAILED = "That did not work, and nothing was saved. Your words are still here.";
  let waiting = 0, since = 0, aloud = 0, answers = 0, keeping = false, pressing = false;
  const asked = new WeakMap(); // a request, and how much had been answered when it was sent
  const form = () => document.getElementById("capture");
  const over = () => document.getElementById("note-over");
  const lines = () => document.getElementById("read-as");
  const note = () => document.getElementById("note");
  const store = () => `amity-note:${form().dataset.draft}`;

  /* In this tab only, under this member's key, until it is kept: it must outlast a page, never a visit. */
  function remember() {
    if (note().value.trim()) sessionStorage.setItem(store(), note().value);
    else sessionStorage.removeItem(store());
  }

  function restore() {
    if (!form() || note().value) return;
    const left = sessionStorage.getItem(store());
    if (left) note().value = left;
  }

  function readSoon(milliseconds) {
    clearTimeout(waiting);
    since ||= performance.now();
    waiting = setTimeout(readNow, Math.min(milliseconds, Math.max(0, since + MOST_MS - performance.now())));
  }

  function readNow() {
    since = 0;
    if (!form() || keeping) return;
    const has = note().value.trim() !== "";
    form().classList.toggle("is-open", has);
    if (has) htmx.trigger(lines(), "read-back");
    else lines().replaceChildren();
  }

  function open(about = form().dataset.about) {
    form().elements.about.value = about;
    if (over() && !over().open) over().showModal();
    restore();
    note().focus();
    note().setSelectionRange(note().value.length, note().value.length);
  }

  function keep() {
    if (keeping || !note().value.trim()) return;
    clearTimeout(waiting);
    form().requestSubmit(form().querySelector("[data-keeps]"));
  }

  function emptied() {
    note().value = "";
    form().elements.about.value = form().dataset.about;
    remember();
    lines().replaceChildren();
    form().classList.remove("is-open");
    if (form().contains(document.activeElement)) document.activeElement.blur();
    over()?.close();
  }

  function toggle(button) {
    const line = button.closest(".reads-line"), is = line.classList.toggle("is-editing");
    button.setAttribute("aria-expanded", String(is));
    line.querySelector("[name=open]").disabled = !is;
    if (is) line.querySelector(".reads-edit").querySelector("input:not([type=hidden]), select").focus();
  }

  document.addEventListener("amity:press", (event) => {
    if (event.detail !== "note" || !form()) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("click", (event) => {
    if (!form()) return;
    const opener = event.target.closest("[data-opens]");
    if (opener) toggle(opener);
    else if (over() && event.target === over()) over().close();
    const link = event.target.closest('a[href^="/capture/"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(new URL(link.href).searchParams.get("about") ?? undefined);
  });
  document.addEventListener("focusin", (event) => {
    if (!form() || event.target !== note()) return;
    restore();
    if (note().value.trim() && !form().classList.contains("is-open")) readNow();
  });
  document.addEventListener("input", (event) => {
    if (!form() || event.target !== note()) return;
    remember();
    readSoon(WAIT_MS);
  });
  for (const kind of ["input", "change"]) document.addEventListener(kind, (event) => {
    if (!lines()?.contains(event.target)) return;
    answers += 1;
    if (kind === "change" && event.target.id !== "also") readSoon(WAIT_MS);
  });
  document.addEventListener("keydown", (event) => {
    if (!form()?.contains(event.target) || event.isComposing) return;
    if (event.key === "Escape" && !over()) {
      event.preventDefault();
      clearTimeout(waiting);
      form().classList.remove("is-open");
      event.target.blur();
    } else if (event.key === "Enter" && !event.shiftKey && !event.target.matches("button, a")) {
      event.preventDefault();
      if (event.target.matches("[type=radio]")) event.target.checked = true;
      if (event.target.closest(".reads-edit")) applied(event.target);
      else keep();
    }
  });

  /* Enter in a field of a line changes the line; the next Enter keeps everything. */
  function applied(field) {
    const line = field.closest(".reads-line");
    line.classList.remove("is-editing");
    line.querySelector("[name=open]").disabled = true;
    note().focus();
    readSoon(0);
  }

  /* A press begun on a line must find it when it ends. */
  document.addEventListener("pointerdown", (event) => { pressing = Boolean(lines()?.contains(event.target)); });
  document.addEventListener("pointerup", () => { setTimeout(() => { pressing = false; }); });

  document.addEventListener("htmx:confirm", (event) => {
    if (event.target === lines() && keeping) event.preventDefault();
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    asked.set(event.detail.xhr, answers);
    if (event.detail.elt !== form()) return;
    keeping = true;
    clearTimeout(waiting);
  });
  /* An answer that comes too late is passed over. (Asking no more would stand in the console as a failure.) */
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.target !== lines() || event.detail.requestConfig.elt === form()) return;
    const isAnswered = asked.get(event.detail.xhr) !== answers; // what was just answered must not be swapped away
    if (keeping || pressing || isAnswered || !note().value.trim()) event.detail.shouldSwap = false;
    if (pressing) readSoon(WAIT_MS);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.elt !== form()) return;
    keeping = false;
    if (!event.detail.successful && event.detail.xhr.status !== 422) failed();
  });
  document.addEventListener("amity-kept", emptied); // the server's word: a way to sign in again is a success, too
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target === lines()) {
      if (form().contains(document.activeElement)) form().classList.add("is-open"); // left meanwhile, it stays closed
      lines().querySelector("[autofocus]")?.focus();
      clearTimeout(aloud);
      aloud = setTimeout(() => { document.getElementById("read-words").textContent = lines().querySelector("[data-words]")?.dataset.words ?? ""; }, QUIET_MS);
    } else if (event.target.id === "main") restore();
  });

  function failed() {
    const said = document.createElement("p");
    said.className = "hint failed read-refused";
    said.setAttribute("role", "alert");
    said.textContent = FAILED;
    lines().prepend(said);
    form().classList.add("is-open");
  }

  restore();
})();
