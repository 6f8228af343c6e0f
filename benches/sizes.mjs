// What the built app weighs by brotli 11, beside the budget of the design: node benches/sizes.mjs DIST [--check | --keep] [--crates WASM].
// --check fails if a part is over its limit (scripts/sizes.json); --keep also writes down what was measured, for the next comparison;
// --crates says which crates the program is made of, by the names that the compiler left in it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { folder } from "./site.mjs";

const [dist, ...options] = process.argv.slice(2);
const files = folder(dist);
const sum = (test) => [...files].filter(([name]) => test(name)).reduce((all, [, file]) => all + file.wire.length, 0);
const kb = (bytes) => (bytes / 1000).toFixed(1);
// The manifest too is looked at beside the page: nothing waits for it.
const LATER = /\/(later|strongbox)-.*\.wasm$|-(more|letters)\.pack$|\/sw\.js$|\/manifest\.webmanifest$/;
// A reader loads the page and the words of one language, and the letters of all.
const of = (tag) => (n) => new RegExp(`/(${tag === "en" ? "index" : tag}\\.html|${tag}(-more|-letters)?\\.pack)$`).test(n);
const tags = [...files.keys()].map((n) => n.match(/\/([a-z]+)-more\.pack$/)?.[1]).filter(Boolean);
const spoken = (n) => /\.(html|pack)$/.test(n);
// The icon beside the page is named to Apple's devices alone.
const loaded = (n) => !n.endsWith(".png") && (!spoken(n) || of("en")(n) || n.endsWith("-letters.pack"));
const heaviest = (end) => tags.filter((tag) => tag !== "en").map((tag) => `/packs/${tag}${end}.pack`).sort((a, b) => files.get(b).wire.length - files.get(a).wire.length)[0];
const other = { once: heaviest(""), later: heaviest("-more") };
const STRONGBOX = /\/strongbox-.*\.wasm$/;
const parts = {
  "HTML and CSS, before the first paint": (n) => /\.(html|css)$/.test(n) && loaded(n),
  "code that is there at once: wasm and JavaScript": (n) => /\.(wasm|js)$/.test(n) && !LATER.test(n),
  "words that are there at once, English": (n) => n.endsWith(".pack") && !LATER.test(n) && loaded(n),
  "together: until one can answer": (n) => !LATER.test(n) && loaded(n),
  "code that comes later": (n) => n.endsWith(".wasm") && LATER.test(n) && !STRONGBOX.test(n),
  "the module that seals files": (n) => STRONGBOX.test(n),
  "the service worker": (n) => n === "/sw.js",
  "words that come later, English": (n) => n.endsWith(".pack") && LATER.test(n) && of("en")(n),
  "words of letters in all other languages": (n) => n.endsWith("-letters.pack") && !of("en")(n),
  "all pages of words in one file, English": (n) => n === "/words/en.html",
  "everything that a reader in English loads": loaded,
  "words that are there at once, heaviest other": (n) => n === other.once,
  "words that come later, heaviest other": (n) => n === other.later,
};
// What each weighed when somebody last kept the figures, what the design allows, and what no build may go over.
const book = new URL("../scripts/sizes.json", import.meta.url);
const kept = JSON.parse(readFileSync(book, "utf8"));
const signed = (bytes) => (bytes < 0 ? "" : "+") + kb(bytes);
const lines = (table) => `{\n${Object.entries(table).map(([name, row]) => `  ${JSON.stringify(name)}: ${JSON.stringify(row)}`).join(",\n")}\n}\n`;
let over = 0;
console.log("bytes on the wire (brotli 11), kB                measured    since    limit   budget");
for (const [name, test] of Object.entries(parts)) {
  const [bytes, row] = [sum(test), kept[name]];
  if (bytes > row.limit) over += 1;
  const since = Math.abs(bytes - row.was) < 50 ? "-" : signed(bytes - row.was);
  const cells = [kb(bytes), since, kb(row.limit), row.budget ? kb(row.budget) : "-"];
  console.log(`${name.padEnd(48)} ${cells.map((cell) => cell.padStart(8)).join(" ")}  ${bytes > row.limit ? "OVER" : "ok"}`);
  row.was = bytes;
}
if (over) console.log("\nOver its limit: see what grew (\"since\" the figures in scripts/sizes.json were kept). Make it lighter or later (ARCHITECTURE.md,\n\"Budget\"); if it is worth its weight, raise the limit there.");
if (options.includes("--keep")) writeFileSync(book, lines(kept));

// The functions of a module by crate: [crate, bytes], the heaviest first. Their names stand in a section of their own.
function crates(bytes) {
  let at = 8;
  const varint = () => {
    let [value, shift, byte] = [0, 0];
    do {
      byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte & 128);
    return value;
  };
  const text = () => {
    const length = varint();
    return bytes.toString("utf8", at, (at += length));
  };
  let imported = 0;
  const sizes = [], names = new Map();
  while (at < bytes.length) {
    const id = bytes[at++], end = varint() + at;
    if (id === 2) {
      for (let left = varint(); left > 0; left -= 1) {
        text();
        text();
        const kind = bytes[at++];
        if (kind === 0) imported += 1, varint();
        else if (kind === 3) at += 1, varint();
        else {
          if (kind === 1) at += 1;
          const limits = bytes[at++];
          varint();
          if (limits & 1) varint();
        }
      }
    } else if (id === 10) {
      for (let left = varint(); left > 0; left -= 1) {
        const size = varint();
        sizes.push(size);
        at += size;
      }
    } else if (id === 0 && text() === "name") {
      while (at < end) {
        const kind = bytes[at++], stop = varint() + at;
        if (kind === 1) for (let left = varint(); left > 0; left -= 1) names.set(varint(), text());
        at = stop;
      }
    }
    at = end;
  }
  const all = new Map();
  sizes.forEach((size, number) => {
    const name = names.get(number + imported) ?? "";
    // The first crate that a name goes through, as Rust mangles it; generic code counts there, whoever it was compiled for.
    const root = name.match(/C(?:s[0-9A-Za-z]*_)(\d+)_?/);
    const crate = root ? name.slice(root.index + root[0].length, root.index + root[0].length + Number(root[1])) : "(no Rust name)";
    all.set(crate, (all.get(crate) ?? 0) + size);
  });
  return [...all].sort((a, b) => b[1] - a[1]);
}
const wasm = options[options.indexOf("--crates") + 1];
if (options.includes("--crates") && existsSync(wasm)) {
  const found = crates(readFileSync(wasm));
  const total = found.reduce((all, [, size]) => all + size, 0);
  console.log(`\nboth modules by crate, before they are split and made smaller: ${kb(total)} kB of code`);
  for (const [crate, size] of found.slice(0, 16)) console.log(`${crate.padEnd(48)} ${kb(size).padStart(8)}  ${((100 * size) / total).toFixed(1).padStart(5)} %`);
}
if (options.includes("--check") || options.includes("--keep")) process.exitCode = over ? 1 : 0;
