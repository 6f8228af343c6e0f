// In the page, before the app is up: a page of words. All of them stand in one file, drawn as the app draws them (`content/plain.rs`), so
// that whoever sees what is asked for does not learn which one is read. Where a worker serves the guide, the app is there as soon.
const plain = /^#\/(?:%parts%)(?:\/|$)/;
const named = document.title;
const whole = () =>
  new Promise((yes) => {
    if (!asking) {
      asking = new XMLHttpRequest();
      asking.open("GET", `words/${root.lang}.html`);
      asking.responseType = "document";
      asking.send();
    }
    const { readyState, DONE } = asking;
    const give = () => yes(asking?.status === 200 && asking.response);
    if (readyState === DONE) give();
    else asking.addEventListener("load", give);
  });
bring = (led) => {
  document.querySelector(".early.words")?.remove();
  document.title = named;
  const { hash } = location;
  if (!plain.test(hash) || top !== self || navigator.serviceWorker?.controller || gone()) return;
  whole().then((all) => {
    const [, glossary, term] = hash.match(/^#(\/glossary)\/(.+)/) ?? [];
    const words = all && all.getElementById(glossary ?? hash.slice(1))?.firstElementChild;
    const main = document.querySelector("#app:not([data-up]) main");
    // Beside a card the app puts buttons that print and copy it, which would push aside what follows.
    const moves = typeof WebAssembly === "object" && words && words.querySelector(".card");
    if (!words || !main || moves || hash !== location.hash) return;
    const page = document.createElement("div");
    page.id = hash.slice(1);
    page.className = "early words";
    page.append(document.importNode(words, true));
    main.prepend(page);
    const title = page.querySelector("h1");
    document.title = `${named} – ${title.textContent}`;
    turn();
    // Who came by a link reads on at its beginning, or at the term.
    if (led) ((term && document.getElementById(`term-${term}`)) || title).focus();
  });
};
