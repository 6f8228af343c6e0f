// Measures the built app: bytes on the wire by brotli 11, and times in headless Chromium, beside the budget.
// Usage: node scripts/measure.mjs DIST CHROMIUM [--bytes | --keep | --keys]. Speaks to the browser over a pipe; needs no packages.
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [dist, chromium, only] = process.argv.slice(2);
const RUNS = 7;
const MIME = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css", ".pack": "text/plain; charset=utf-8" };
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

// ---- bytes --------------------------------------------------------------------------------------------------------
// Trunk builds in a hidden folder beside what is finished; the plain pages in guide/ and the kill switch are nothing that the app loads.
const unloaded = ["guide", "sw-off.js"].map((name) => join(dist, name));
const walk = (folder) => readdirSync(folder).filter((name) => !name.startsWith(".") && !unloaded.includes(join(folder, name))).flatMap((name) => {
  const path = join(folder, name);
  return statSync(path).isDirectory() ? walk(path) : [path];
});
const files = new Map();
for (const path of walk(dist)) {
  const raw = readFileSync(path);
  files.set("/" + relative(dist, path), { raw, wire: brotli(raw), type: MIME[extname(path)] ?? "application/octet-stream" });
}
const sum = (test) => [...files].filter(([name]) => test(name)).reduce((all, [, file]) => all + file.wire.length, 0);
const kb = (bytes) => (bytes / 1000).toFixed(1);
const LATER = /\/(later|strongbox)-.*\.wasm$|-(more|letters)\.pack$|\/sw\.js$/;
// A reader loads the page and the words of one language, and the letters of all.
const of = (tag) => (n) => new RegExp(`/(${tag === "en" ? "index" : tag}\\.html|${tag}(-more|-letters)?\\.pack)$`).test(n);
const tags = [...files.keys()].map((n) => n.match(/\/([a-z]+)-more\.pack$/)?.[1]).filter(Boolean);
const spoken = (n) => /\.(html|pack)$/.test(n);
const loaded = (n) => !spoken(n) || of("en")(n) || n.endsWith("-letters.pack");
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
  "everything that a reader in English loads": loaded,
  "words that are there at once, heaviest other": (n) => n === other.once,
  "words that come later, heaviest other": (n) => n === other.later,
};
// What each weighed when somebody last kept the figures, what the design allows, and what no build may go over.
const book = new URL("sizes.json", import.meta.url);
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
if (only === "--keep") writeFileSync(book, lines(kept));
if (only === "--bytes" || only === "--keep") process.exit(over ? 1 : 0);

// ---- a server: the app, and the limit (the same first page, nothing else in it) --------------------------------------
const page = files.get("/index.html").raw.toString();
const limit = page
  .replace(/<meta http-equiv[^>]*>/, "")
  .replace(/<script[\s\S]*?<\/script>/g, "")
  .replace(/<link[^>]*(preload|modulepreload)[^>]*>/g, "");
// The same for a letter: a box, the letter beside it, kept with every key; by hand, as short as it can be. Once with local storage
// alone, once with a journal in the browser's database beside it, as the app has.
const letter = (journal) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Letter</title>
<style>body{font:1rem/1.5 sans-serif;display:grid;grid-template-columns:1fr 1fr;gap:2rem}h1{grid-column:1/-1}textarea{font:inherit;width:100%;height:12rem}#sheet{overflow-wrap:anywhere}p{white-space:pre-wrap}</style>
<h1>Letter</h1>
<textarea id="letter" aria-label="Letter" autocomplete="off" spellcheck="false"></textarea><div id="sheet"></div>
<script>let rows;const asked=indexedDB.open("letter");asked.onupgradeneeded=()=>asked.result.createObjectStore("rows");asked.onsuccess=()=>rows=asked.result;
letter.addEventListener("input",()=>{const parts=letter.value.split("\n\n");while(sheet.children.length>parts.length)sheet.lastChild.remove();
parts.forEach((part,at)=>{const row=sheet.children[at]??sheet.appendChild(document.createElement("p"));if(row.textContent!==part)row.textContent=part});
const text=JSON.stringify({v:1,text:letter.value});localStorage.setItem("letter",text);
${journal ? 'if(rows)rows.transaction("rows","readwrite").objectStore("rows").put(text,"letter")' : ""}})</script>`;
const byHand = { "/limit": limit, "/letter": letter(false), "/letter-journal": letter(true) };
for (const [path, html] of Object.entries(byHand)) files.set(path, { wire: brotli(Buffer.from(html)), type: MIME[".html"] });
const server = createServer((request, response) => {
  const path = new URL(request.url, "http://x").pathname;
  const file = files.get(path === "/" ? "/index.html" : path);
  if (!file) return response.writeHead(404).end();
  const cache = path === "/" || path in byHand ? "no-cache" : "max-age=31536000, immutable";
  response.writeHead(200, { "content-type": file.type, "content-encoding": "br", "cache-control": cache }).end(file.wire);
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}`;

// ---- a browser over a pipe --------------------------------------------------------------------------------------------
const profile = mkdtempSync(join(tmpdir(), "waymark-measure-"));
const browser = spawn(chromium, ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-pipe", `--user-data-dir=${profile}`],
  { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
let next = 0, buffer = "";
const waiting = new Map();
browser.stdio[4].on("data", (chunk) => {
  buffer += chunk;
  for (let end; (end = buffer.indexOf("\0")) >= 0; buffer = buffer.slice(end + 1)) {
    const message = JSON.parse(buffer.slice(0, end));
    const answer = waiting.get(message.id);
    waiting.delete(message.id);
    if (answer) message.error ? answer.no(new Error(message.error.message)) : answer.yes(message.result);
  }
});
const send = (method, params = {}, sessionId) => new Promise((yes, no) => {
  waiting.set(++next, { yes, no });
  browser.stdio[3].write(JSON.stringify({ id: next, method, params, sessionId }) + "\0");
});
async function tab(slow) {
  const { browserContextId } = await send("Target.createBrowserContext");
  const { targetId } = await send("Target.createTarget", { url: "about:blank", browserContextId });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const ask = (method, params) => send(method, params, sessionId);
  await ask("Page.enable");
  await ask("Network.enable");
  if (slow) {
    await ask("Network.emulateNetworkConditions", { offline: false, latency: 562, downloadThroughput: 180_000, uploadThroughput: 84_000 });
    await ask("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  const run = async (expression) => {
    const { result, exceptionDetails } = await ask("Runtime.evaluate", { expression: `(async()=>{${expression}})()`, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  return { ask, run, close: () => send("Target.disposeBrowserContext", { browserContextId }) };
}
const UNTIL = "const until=async(test)=>{const end=performance.now()+60000;for(;;){const value=test();if(value)return value;if(performance.now()>end)throw new Error('waited in vain for '+test);await new Promise(requestAnimationFrame)}};";
const PAINT = `${UNTIL} await until(()=>performance.getEntriesByName('first-contentful-paint')[0]); const paint=performance.getEntriesByName('first-contentful-paint')[0].startTime;`;

async function load({ run, ask }, path, app) {
  await ask("Page.navigate", { url: origin + path });
  await run(`${UNTIL} await until(()=>location.href.startsWith('${origin}')&&document.readyState==='complete')`);
  return run(`${PAINT} ${app ? "await until(()=>document.querySelector('#app[data-up] main')); const up=performance.getEntriesByName('waymark-up')[0]?.startTime ?? performance.now();" : "const up=paint;"} return {paint, up, requests: performance.getEntriesByType('resource').length + 1};`);
}
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const share = (list, part) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];
const ms = (value) => value.toFixed(0).padStart(8);

async function loads() {
  console.log(`\ntimes in Chromium, ms, medians of ${RUNS}        app    limit    ratio   budget`);
  for (const slow of [false, true]) {
    const cold = { app: [], up: [], limit: [] }, warm = { app: [], up: [], limit: [] };
    let requests = 0;
    for (let at = 0; at < RUNS; at += 1) {
      for (const kind of ["app", "limit"]) {
        const one = await tab(slow);
        const path = kind === "app" ? "/" : "/limit";
        const first = await load(one, path, kind === "app");
        cold[kind].push(first.paint);
        const second = await load(one, path, kind === "app");
        warm[kind].push(second.paint);
        if (kind === "app") { cold.up.push(first.up); warm.up.push(second.up); requests = first.requests; }
        await one.close();
      }
    }
    const how = slow ? "slow 4G, 4x CPU" : "as is";
    const line = (name, app, base, budget) => console.log(`${(name + ", " + how).padEnd(40)}${ms(app)} ${ms(base)} ${(app / base).toFixed(2).padStart(8)} ${budget.padStart(8)}`);
    line("first paint, cold", median(cold.app), median(cold.limit), slow ? "1.10" : "1.20");
    line("first paint, second load", median(warm.app), median(warm.limit), slow ? "-" : "1.50");
    line("app up, cold", median(cold.up), median(cold.limit), "-");
    line("app up, second load", median(warm.up), median(warm.limit), "-");
    if (!slow) console.log(`requests on a cold load: ${requests}`);
  }

}

// ---- a key in a letter of 50 kB, saving on: real keys, from the key to the frame that shows it, and what the page works for it
async function keys() {
  // Ten keys a second, as somebody types who is fast at it.
  const KEYS = 60, BETWEEN = 100;
  const TEXT = "const text=('On Tuesday I presented comment 14 and was interrupted. '.repeat(20)+'\\n\\n').repeat(46).slice(0,50000);";
  const letters = {
    app: { path: "/#/begin/email", field: "#observed" },
    limit: { path: "/letter", field: "#letter" },
    journal: { path: "/letter-journal", field: "#letter" },
  };
  const typed = Object.fromEntries(Object.keys(letters).map((kind) => [kind, { paint: [], work: [] }]));
  let heap = 0;
  for (let at = 0; at < RUNS; at += 1) {
    for (const [kind, { path, field }] of Object.entries(letters)) {
      const one = await tab(false);
      await load(one, path, kind === "app");
      await one.run(`${UNTIL} const area=await until(()=>document.querySelector('${field}')); ${TEXT} area.value=text; area.dispatchEvent(new Event('input',{bubbles:true}));
        globalThis.times=[]; addEventListener('beforeinput',()=>{const from=performance.now(); requestAnimationFrame(()=>{const seen=new MessageChannel(); seen.port1.onmessage=()=>times.push(performance.now()-from); seen.port2.postMessage(0);});},true);
        const end=performance.now()+1000; await until(()=>performance.now()>end);
        const now=document.querySelector('${field}'); now.focus(); now.setSelectionRange(50000,50000);`);
      await one.ask("Emulation.setFocusEmulationEnabled", { enabled: true });
      await one.ask("Emulation.setCPUThrottlingRate", { rate: 4 });
      await one.ask("Performance.enable", { timeDomain: "threadTicks" });
      const work = async () => (await one.ask("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
      const before = await work();
      for (let key = 1; key <= KEYS; key += 1) {
        const next = new Promise((done) => setTimeout(done, BETWEEN));
        await one.ask("Input.dispatchKeyEvent", { type: "keyDown", key: "x", text: "x" });
        await next;
        await one.run(`${UNTIL} await until(()=>times.length>=${key})`);
      }
      typed[kind].work.push(((await work()) - before) / KEYS);
      typed[kind].paint.push(...(await one.run("return times")));
      if (kind === "app") heap = await one.run("return performance.memory.usedJSHeapSize");
      await one.close();
    }
  }
  for (const [base, name] of [["journal", "local storage and database"], ["limit", "local storage alone"]]) {
    console.log(`\na key in a letter of 50 kB, 4x CPU            app    limit    ratio   budget   limit: by hand, ${name}`);
    const keyed = (label, pick, budget) => {
      const [app, limit] = [pick(typed.app), pick(typed[base])];
      console.log(`${label.padEnd(40)}${[app.toFixed(1), limit.toFixed(1), (app / limit).toFixed(2), budget].map((cell) => cell.padStart(8)).join(" ")}`);
    };
    keyed("to the frame that shows it, ms, median", ({ paint }) => median(paint), "-");
    keyed("to the frame that shows it, ms, p95", ({ paint }) => share(paint, 0.95), "1.10");
    keyed("work of the page for it, ms", ({ work }) => median(work), "1.15");
  }
  console.log(`JavaScript heap with that letter open: ${(heap / 1e6).toFixed(1)} MB`);
}

try {
  if (only !== "--keys") await loads();
  await keys();
} finally {
  const ended = new Promise((done) => browser.once("exit", done));
  send("Browser.close").catch(() => {});
  await ended;
  server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
