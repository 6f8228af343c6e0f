// In the page, before the app is up: a page of words stands there as soon as its plain page is (`content/plain.rs`), in whose blocks the
// app draws it too. Where a worker serves the guide, the app is there as soon.
const plain = new Set("%pages%".split(" "));
const named = document.title;
bring = () => {
  asking?.abort();
  document.querySelector(".early.words")?.remove();
  document.title = named;
  const { hash } = location;
  const address = hash.slice(2).replace(/^glossary\/.*/, "glossary");
  if (!plain.has(address) || top !== self || navigator.serviceWorker?.controller || gone()) return;
  const folder = new URL(`guide/${root.lang}/`, location).href;
  asking = new XMLHttpRequest();
  asking.open("GET", `${folder}${address}.html`);
  asking.responseType = "document";
  asking.onload = ({ target: { status, response } }) => {
    const words = status === 200 && response?.querySelector("main > .flow");
    const main = document.querySelector("#app:not([data-up]) main");
    if (!words || !main) return;
    for (const link of words.querySelectorAll("a")) {
      const below = link.href.startsWith(folder) ? link.href.slice(folder.length) : "";
      const [, there, term] = below.match(/^(.+?)(?:\.html)?(?:#term-(.+))?$/) ?? [];
      if (there) link.setAttribute("href", `#/${there}${term ? `/${term}` : ""}`);
      else if (link.hash.startsWith("#/")) link.setAttribute("href", link.hash);
    }
    const page = document.createElement("div");
    page.id = hash.slice(1);
    page.className = "early words";
    page.append(words);
    main.prepend(page);
    document.title = response.title;
    turn();
  };
  asking.send();
};
