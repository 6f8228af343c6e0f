// In the page: what is done before the app is up: leaving at once, as `browser/leave.rs` does it, and the first pages of an interview
// (`export/early.rs`). Whoever kept something, left, or is handed something by another tab sees those only once the app knows what is kept.
root.classList.add("scripted");
const leave = () => {
  document.title = document.body.textContent = "";
  try {
    sessionStorage.setItem("waymark.left", "1");
  } catch {}
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  location.replace("https://www.wikipedia.org/");
};
const untouched = () => {
  try {
    const ours = (store) => Object.keys(store).some((key) => key.startsWith("waymark."));
    return !name && !ours(localStorage) && !ours(sessionStorage);
  } catch {
    return true;
  }
};
if (top === self && typeof WebAssembly === "object" && untouched()) root.classList.add("fresh");
// Not by `:target`: Chromium knows that only once all scripts have run, the program's loader among them.
const turn = () => {
  for (const it of document.querySelectorAll(".early")) it.classList.toggle("shown", it.id === location.hash.slice(1));
};
addEventListener("hashchange", () => {
  if (!document.querySelector(".early")) return;
  turn();
  scrollTo(0, 0);
});
let pressed;
addEventListener("click", (event) => {
  const button = event.target.closest("#app:not([data-up]) button");
  if (!button) return;
  if (button.matches(".button--leave")) return leave();
  pressed = button;
  const status = button.closest(".early").querySelector("[role=status]");
  status.textContent = status.dataset.said;
});
// The app asks once, before it takes the place of what stands here; what it gets is run when the app stands.
globalThis.waymarkEarly = () => {
  const page = document.querySelector(".fresh .early.shown");
  const all = (within) => [...within.querySelectorAll("a, button, input, summary, h1")];
  const focused = page ? all(page).indexOf(document.activeElement) : -1;
  const open = page?.querySelector("details")?.open;
  return () => {
    root.classList.remove("fresh");
    if (!page) return;
    const main = document.querySelector("main");
    const chosen = page.querySelector(":checked");
    const choose = () => {
      const field = main.querySelector(`input[value="${chosen.value}"]`);
      field?.click();
      return field;
    };
    // Where another tab writes, the question stands here only once this one goes on.
    if (chosen && !choose()) {
      const { hash } = location;
      const seen = new MutationObserver(() => (location.hash !== hash || choose()) && seen.disconnect());
      seen.observe(main, { childList: true, subtree: true });
      return;
    }
    if (open && main.querySelector("details")) main.querySelector("details").open = true;
    all(main)[focused]?.focus({ preventScroll: true });
    if (pressed) main.querySelector(`form button[type="${pressed.type}"]`)?.click();
  };
};
