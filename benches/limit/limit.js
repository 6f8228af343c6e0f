// The limit: the same interview, letter, list and search by hand, as short as they can be. WORDS stands before this.
const app = document.querySelector("main"), home = app.innerHTML, $ = (id) => document.getElementById(id);
const make = (tag, more, ...inside) => {
  const made = Object.assign(document.createElement(tag), more);
  made.append(...inside);
  return made;
};
const order = Object.keys(WORDS), answers = JSON.parse(localStorage.getItem("answers") ?? "{}");
let rows;
const asked = indexedDB.open("limit");
asked.onupgradeneeded = () => asked.result.createObjectStore("rows");
asked.onsuccess = () => (rows = asked.result);
const keep = (key, text) => {
  localStorage.setItem(key, text);
  if (JOURNAL && rows) rows.transaction("rows", "readwrite").objectStore("rows").put(text, key);
};
const question = (id) => {
  const { ask, help, why, options } = WORDS[id], at = order.indexOf(id);
  const choices = Object.entries(options).map(([key, [say, more]]) => {
    const input = make("input", { type: "radio", name: id, value: key, checked: answers[id] === key });
    input.onchange = () => {
      answers[id] = key;
      keep("answers", JSON.stringify(answers));
    };
    return make("label", { className: "choice" }, input, make("span", {}, say, make("span", { className: "choice__help" }, more ?? "")));
  });
  const form = make("form", { className: "flow flow--wide" }, make("fieldset", { className: "question flow" }, make("legend", {}, make("h1", { tabIndex: -1 }, ask)),
    make("p", { className: "lead" }, help), make("div", { className: "choices" }, ...choices)),
    make("details", { className: "why" }, make("summary", {}, "?"), make("p", {}, why)),
    make("div", { className: "row" }, make("button", { className: "button", type: "submit" }, "Continue")));
  form.onsubmit = (event) => {
    event.preventDefault();
    location.hash = `#/situation/${order[(at + 1) % order.length]}`;
  };
  return form;
};
const letter = () => {
  const area = make("textarea", { id: "observed", rows: 8, autocomplete: "off", spellcheck: false });
  const sheet = make("div", { className: "sheet" });
  area.oninput = () => {
    const parts = area.value.split("\n\n");
    while (sheet.children.length > parts.length) sheet.lastChild.remove();
    parts.forEach((part, at) => {
      const row = sheet.children[at] ?? sheet.appendChild(document.createElement("p"));
      if (row.textContent !== part) row.textContent = part;
    });
    keep("letter", JSON.stringify({ v: 1, text: area.value }));
  };
  return make("div", { className: "two two--three" }, make("div", { className: "field" }, area), sheet);
};
// Thousands of records: the list is an index of its own, a window of it is shown, each record is a key.
const SHOWN = 50;
const record = ([id, title]) => make("li", { className: "note" }, make("a", { href: "#/letter" }, title), make("p", { className: "quiet" }, "Draft"),
  make("div", { className: "row" }, ...["Rename", "Duplicate", "Take out", "Delete"].map((does) => make("button", { className: "plain", type: "button" }, does))));
let index;
const list = () => {
  index ??= JSON.parse(localStorage.getItem("index") ?? "[]");
  const all = make("ul", { className: "notes" }, ...index.slice(0, SHOWN).map(record));
  const add = make("button", { className: "button", id: "add" }, "Duplicate");
  add.onclick = () => {
    const one = [`r${index.length}`, `Record ${index.length}`];
    index.unshift(one);
    keep(one[0], JSON.stringify({ v: 1, text: one[1] }));
    all.prepend(record(one));
    setTimeout(() => localStorage.setItem("index", JSON.stringify(index)));
  };
  return make("div", { className: "flow" }, make("h1", { tabIndex: -1 }, "Notes"), all, add);
};
let texts;
const search = () => {
  const field = make("input", { id: "search", type: "search" }), found = make("ul", { className: "found" });
  field.oninput = () => {
    const typed = field.value.toLowerCase();
    const hits = texts.filter(([, low]) => low.includes(typed)).map(([text]) => {
      const at = text.indexOf("\t");
      return make("li", {}, make("a", { href: "#/" + text.slice(0, at) }, text.slice(0, at)), make("p", { className: "quiet" }, text.slice(at + 1, at + 180)));
    });
    found.replaceChildren(...hits);
  };
  fetch("./packs/en-more.pack").then((got) => got.text()).then((all) => {
    texts = all.split("\n").filter((line) => line.startsWith("page.")).map((text) => [text, text.toLowerCase()]);
    field.dataset.ready = "";
  });
  return make("div", { className: "flow" }, field, found);
};
const show = () => {
  const [, page, id] = location.hash.split("/");
  if (page === "situation") app.replaceChildren(question(id ?? order[0]));
  else if (page === "letter") app.replaceChildren(letter());
  else if (page === "notes") app.replaceChildren(list());
  else if (page === "search") app.replaceChildren(search());
  else app.innerHTML = home;
  // As a page of its own would: whoever cannot see it hears its name, and goes on reading at its heading.
  const heading = app.querySelector("h1");
  document.title = heading?.textContent ?? "Waymark";
  if (page !== "search") requestAnimationFrame(() => heading?.focus());
};
onhashchange = show;
if (location.hash.length > 2) show();
document.documentElement.dataset.up = "";
