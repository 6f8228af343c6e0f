// In the page: what is done before the app is up: leaving at once, as `browser/leave.rs` does it, reading (`early_words.js`), and the first
// pages of an interview (`export/early.rs`). Whoever has something in local storage, left, or is handed something by another tab sees
// those only once the app knows what is kept.
root.classList.add("scripted");
// Whether anything of ours lies there, one after another: there may be thousands. The language chosen is nothing that the app takes up.
const kept = (store) => {
  try {
    const all = globalThis[store];
    for (let at = 0; at < all.length; at++) if (/^waymark\.(?!language$)/.test(all.key(at))) return true;
  } catch {}
};
const left = "waymark.left";
const gone = () => {
  try {
    return sessionStorage.getItem(left) !== null;
  } catch {}
};
const mark = (how) => {
  try {
    sessionStorage.setItem(left, how);
  } catch {}
};
const elsewhere = () => location.replace("https://www.wikipedia.org/");
const leave = () => {
  document.title = document.body.textContent = "";
  mark(1);
  elsewhere();
};
// A page to which Back or Forward leads in a tab that was left shows nothing and goes on at once; the app does not start in it
// (`leave::goes_on`). Opened by its address or loaded anew it is the guide again. All engines know this old way to ask so early; the newer
// one (an entry of the kind `navigation`) WebKit makes only once the page is there.
const away = () => {
  document.title = "";
  root.hidden = true;
  elsewhere();
};
if (gone()) {
  if (performance.navigation?.type === 2) away();
  else if (sessionStorage[left] < 2) sessionStorage.removeItem(left);
}
const shows = () => !root.hidden && document.body?.firstChild !== null;
addEventListener("pageshow", (event) => event.persisted && (gone() || !shows()) && away());
// A page that was left and is still there, blank: it is slow to go, or there is no network. It begins anew on the first page, which then
// stays at every address until somebody clicks. So nobody is locked out, and Back does not show what was on screen.
addEventListener("hashchange", (event) => {
  if (shows()) return;
  event.stopImmediatePropagation();
  if (root.hidden) return elsewhere();
  mark(2);
  location.reload();
});
addEventListener("click", () => shows() && gone() && sessionStorage.removeItem(left), true);
// Shift three times within five seconds, with no other key between (`domain/leave.rs`), until the app listens itself.
let taps = [], alone = false;
const tapped = (event) => {
  if (document.querySelector("[data-up]")) return;
  const up = event.type === "keyup";
  if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) {
    if (!up) {
      taps = [];
      alone = false;
    }
  } else if (!up) {
    alone = alone || !event.repeat;
  } else if (alone) {
    alone = false;
    taps = [...taps, event.timeStamp].slice(-3);
    if (taps.length === 3 && event.timeStamp - taps[0] <= 5000) leave();
  }
};
for (const what of ["keydown", "keyup"]) addEventListener(what, tapped, true);
const untouched = () => !name && !kept("localStorage") && !kept("sessionStorage");
if (top === self && typeof WebAssembly === "object" && untouched()) root.classList.add("fresh");
// Not by `:target`: Chromium knows that only once all scripts have run, the program's loader among them.
const turn = () => {
  for (const it of document.querySelectorAll(".early")) it.classList.toggle("shown", it.id === location.hash.slice(1));
};
// Brings what stands at this address; with files beside this page, also words (`early_words.js`).
let bring = () => {};
addEventListener("hashchange", () => {
  if (document.querySelector("[data-up]")) return;
  if (location.hash.length <= 2) root.classList.remove("deep");
  bring(true);
  turn();
  scrollTo(0, 0);
});
// The button that was pressed, and the request for the words.
let pressed, asking;
addEventListener("click", (event) => {
  const button = event.target.closest("#app:not([data-up]) button");
  if (!button) return;
  if (button.matches(".button--leave")) return leave();
  pressed = button;
  const status = button.closest(".early").querySelector("[role=status]");
  status.textContent = status.dataset.said;
});
// What a reader did on the page; it is done again where the same stands anew.
const done = (page) => {
  const all = (within, what) => [...within.querySelectorAll(what)];
  const stops = "a, button, input, summary, h1";
  const focused = all(page, stops).indexOf(document.activeElement);
  const opened = all(page, "details").map((it) => it.open);
  return (main) => {
    all(main, "details").forEach((it, at) => (it.open ||= !!opened[at]));
    all(main, stops)[focused]?.focus({ preventScroll: true });
  };
};
// The app asks once, before it takes the place of what stands here; what it gets is run when the app stands.
globalThis.waymarkEarly = () => {
  // What was read of it stands in the page; the rest is let go.
  asking?.abort();
  asking = undefined;
  const page = document.querySelector(".fresh .early.shown, .words.shown");
  const again = page && done(page);
  return () => {
    root.classList.remove("fresh");
    if (!page) return;
    const main = document.querySelector("main");
    if (page.matches(".words")) {
      // The app's own words come a little later: until then these stay.
      if (main.querySelector("h1")?.textContent === page.querySelector("h1").textContent) return again(main);
      main.prepend(page);
      again(page);
      new MutationObserver((_, seen) => {
        seen.disconnect();
        const again = done(page);
        page.remove();
        again(main);
      }).observe(main, { childList: true });
      return;
    }
    const chosen = page.querySelector(":checked");
    // What was answered meanwhile, in another tab, stays.
    const choose = () => {
      const field = main.querySelector(`input[value="${chosen.value}"]`);
      if (field && !main.querySelector("input:checked")) field.click();
      return field;
    };
    // Where another tab writes, the question stands here only once this one goes on; unless the other one forgets or removes something.
    if (chosen && !choose()) {
      const { hash } = location;
      const seen = new MutationObserver(() => (location.hash !== hash || choose()) && seen.disconnect());
      seen.observe(main, { childList: true, subtree: true });
      addEventListener("storage", (event) => event.newValue === null && seen.disconnect());
      return;
    }
    again(main);
    if (pressed && page.contains(pressed)) main.querySelector(`form button[type="${pressed.type}"]`)?.click();
  };
};
