// Measures the app in headless Chromium, each figure against the same page by hand in the same run: node benches/browser.mjs CHROMIUM
// DIST FLOOR OUT [loads|work|lists|pages...] [--runs N] [--profile]. `scripts/bench` calls it. Without --profile it prints one table and
// writes OUT/browser.json; with it, OUT/<name>.cpuprofile (for DevTools) of a few sections, and what weighs most in each.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "./chromium.mjs";
import { Table, p95 } from "./table.mjs";
import { serve } from "./site.mjs";
import { notes } from "./records.mjs";

const words = process.argv.slice(2);
const option = (name, other) => {
  const at = words.indexOf(name);
  return at < 0 ? other : words.splice(at, 2)[1];
};
const RUNS = Number(option("--runs", 7));
const profiling = option("--profile");
const [program, dist, floor, out, ...asked] = words;
const parts = asked.length ? asked : ["loads", "work", "lists", "pages"];
const site = await serve(dist, floor);
const browser = await chromium(program);
const table = new Table();
mkdirSync(out, { recursive: true });

const url = (path) => site.origin + path;
const KINDS = site.has("/floor/index.html") ? ["app", "limit", "floor"] : ["app", "limit"];
const START = { app: "/", limit: "/limit.html", floor: "/floor/" };
// What every run measured, by the kind of page and the name of the figure.
class Book {
  values = {};
  note(kind, name, ...values) { (this.values[`${kind} ${name}`] ??= []).push(...values); }
  of(name) { return Object.fromEntries(KINDS.map((kind) => [kind, this.values[`${kind} ${name}`]])); }
  row(label, name, most, more = {}) {
    const { app, limit, floor } = this.of(name);
    table.add(label, app ?? [], { limit, floor, most, ...more });
  }
}
async function each(run, kinds = KINDS) {
  for (let at = 0; at < RUNS; at += 1) {
    // In turn, so that a busy moment of the machine meets all of them.
    for (const kind of kinds) await run(kind, at);
  }
}
const UP = { app: "document.querySelector('#app[data-sealed]')", limit: "bench.up", floor: "document.querySelector('button')" };
const ready = ({ run }, kind) => run(`await bench.until(()=>${UP[kind]}); await bench.calm(300)`);
const longest = ({ run }, from = 0) => run(`await bench.calm(50); return Math.max(0,...bench.long.filter(([at])=>at>=${from}).map(([,took])=>took))`);
const now = ({ run }) => run("return performance.now()");

// ---- loading: paint, the first answer, the second load, memory
const QUESTION = { app: "/#/situation/stake", limit: "/limit.html#/situation/stake", floor: "/floor/" };
// The first question is answered as soon as it is seen; then the answer is kept.
const ASKED = "const one=await bench.until(()=>[...document.querySelectorAll('main input[type=radio]')].find((one)=>one.checkVisibility())); one.click(); bench.answered=await bench.painted(); await bench.until(()=>document.querySelector('main input:checked')&&Object.keys(localStorage).length); bench.kept=await bench.painted()";
const ANSWER = {
  app: ASKED,
  limit: ASKED,
  floor: "const one=await bench.until(()=>document.querySelector('button')); one.click(); await bench.until(()=>one.textContent==='Count: 1'); bench.answered=bench.kept=await bench.painted()",
};
// A page of words, by its address.
const WORDS = "/#/process/2.2.2";
const READ = "await bench.until(()=>[...document.querySelectorAll('main h1')].some((one)=>one.checkVisibility()&&one.textContent.startsWith('2.2.2'))); bench.read=await bench.painted()";
// React's 1772 ms against the limit's 640 (the design's table of anchors).
const REACT = 2.77;
async function loads() {
  for (const slow of [false, true]) {
    const book = new Book(), how = slow ? "slow" : "as is";
    await each(async (kind) => {
      const one = await browser.tab(slow);
      const load = async (name) => {
        await one.go(url(START[kind]));
        await ready(one, kind);
        const [paint, largest, up] = await one.run("return [performance.getEntriesByName('first-contentful-paint')[0].startTime,bench.largest,bench.up]");
        book.note(kind, `${name} paint`, paint);
        book.note(kind, `${name} largest`, largest);
        if (kind === "app") book.note(kind, `${name} up`, up);
        // What blocks after the app is up, while what comes later arrives.
        book.note(kind, `${name} long`, await longest(one, up));
      };
      await load("cold");
      const { bytes, requests } = one.wire;
      book.note(kind, "bytes", bytes / 1000);
      book.note(kind, "requests", requests);
      if (!slow) book.note(kind, "memory", await one.memory());
      await one.go("about:blank");
      await load("second");
      await one.close();
      const other = await browser.tab(slow);
      await other.early(ANSWER[kind]);
      await other.go(url(QUESTION[kind]));
      const [answered, kept] = await other.run("await bench.until(()=>bench.kept); return [bench.answered,bench.kept]");
      book.note(kind, "answered", answered);
      book.note(kind, "kept", kept);
      await other.close();
      if (kind !== "app") return;
      const reader = await browser.tab(slow);
      await reader.early(READ);
      await reader.go(url(WORDS));
      book.note(kind, "read", await reader.run("await bench.until(()=>bench.read); return bench.read"));
      await reader.close();
    });
    if (!slow) {
      book.row("cold load, everything that arrives", "bytes", undefined, { unit: "kB" });
      book.row("cold load, requests", "requests", undefined, { unit: "number" });
    }
    book.row(`cold load, first paint, ${how}`, "cold paint", slow ? 1.1 : 1.2);
    book.row(`cold load, largest paint, ${how}`, "cold largest", slow ? 1.1 : 1.2);
    book.row(`cold load, first answer given and shown, ${how}`, "answered", slow ? 1.25 : 1.2);
    book.row(`cold load, first answer kept, ${how}`, "kept");
    table.add(`cold load, a page of words by its address is read, ${how}`, book.of("read").app, {});
    const { limit, floor } = book.of("cold paint");
    table.add(`cold load, the app is up, ${how}`, book.of("cold up").app, { limit, floor, most: slow ? REACT : undefined });
    book.row(`second load, first paint, ${how}`, "second paint", slow ? undefined : 1.5);
    const second = book.of("second up").app;
    if (slow) table.add("second load, the app is up, slow (limit: its own cold load)", second, { limit: limit, most: 0.35 });
    else table.add(`second load, the app is up, ${how}`, second, { limit: book.of("second paint").limit, floor: book.of("second paint").floor, most: 1.5 });
    table.add(`longest task after it is up, cold, ${how}${slow ? ", 4x CPU" : ""}`, book.of("cold long").app, { most: slow ? 50 : undefined });
    if (!slow) book.row("memory after load: heap and WebAssembly", "memory", undefined, { unit: "MB" });
  }
}

// ---- at work: an answer, a key in a long letter, what a whole journey leaves in memory
const TEXT = "const text=('On Tuesday I presented comment 14 and was interrupted. '.repeat(20)+'\\n\\n').repeat(46).slice(0,50000);";
const times = (event) => `globalThis.times=[]; addEventListener('${event}',()=>{const from=performance.now(); bench.painted().then((at)=>times.push(at-from))},true);`;

async function answers(one, kind, book) {
  await one.go(url(kind === "app" ? "/#/situation" : "/limit.html#/situation/stake"));
  await ready(one, kind);
  await one.run(`${times("click")} location.hash='#/situation/stake'; await bench.until(()=>document.querySelector('main input[type=radio]'))`);
  await one.cpu(4);
  const from = await now(one), before = await one.work();
  const ANSWERS = 10;
  for (let at = 0; at < ANSWERS; at += 1) {
    await one.run("const shown=location.hash; document.querySelector('main input').click(); await bench.painted(); document.querySelector('main form button[type=submit]').click(); await bench.until(()=>location.hash!==shown&&document.querySelector('main form input, main form textarea, main h1')); await bench.painted()");
    if (!(await one.run("return !!document.querySelector('main form input')"))) break;
  }
  const count = await one.run("return times.length/2");
  book.note(kind, "answer work", ((await one.work()) - before) / count);
  book.note(kind, "answer paint", ...(await one.run("return times")));
  book.note(kind, "answer long", await longest(one, from));
  await one.cpu(1);
}

const LETTER = { app: ["/#/begin/email", "#observed"], limit: ["/limit.html#/letter", "#observed"], once: ["/limit-once.html#/letter", "#observed"] };
async function open(one, kind) {
  const [path, field] = LETTER[kind];
  await one.go(url(path));
  await ready(one, kind === "app" ? "app" : "limit");
  await one.run(`const area=await bench.until(()=>document.querySelector('${field}')); ${TEXT} area.value=text; area.dispatchEvent(new Event('input',{bubbles:true}));
    ${times("beforeinput")} await bench.calm(1200); const now=document.querySelector('${field}'); now.focus(); now.setSelectionRange(50000,50000)`);
  await one.cpu(4);
}
async function typing(one, keys) {
  for (let at = 1; at <= keys; at += 1) {
    // Ten keys a second, as somebody types who is fast at it.
    const next = new Promise((done) => setTimeout(done, 100));
    await one.key("x");
    await next;
    await one.run(`await bench.until(()=>times.length>=${at})`);
  }
}
async function keys(one, kind, book) {
  await open(one, kind);
  const KEYS = 40, from = await now(one), before = await one.work();
  await typing(one, KEYS);
  book.note(kind, "key work", ((await one.work()) - before) / KEYS);
  book.note(kind, "key paint", ...(await one.run("return times")));
  book.note(kind, "key long", await longest(one, from));
  await one.cpu(1);
}
async function work() {
  const book = new Book();
  await each(async (kind) => {
    const one = await browser.tab();
    await answers(one, kind, book);
    await keys(one, kind, book);
    if (kind === "app") for (const page of ["plan", "result", "process", "notes", "write"]) await one.run(`location.hash='#/${page}'; await bench.painted(); await bench.calm(100)`);
    else await one.run("location.hash='#/notes'; await bench.painted(); await bench.calm(100)");
    book.note(kind, "memory", await one.memory());
    await one.close();
    const alone = await browser.tab();
    if (kind === "limit") {
      await keys(alone, "once", { note: (_, name, ...values) => book.note("once", name, ...values) });
    }
    await alone.close();
  }, ["app", "limit"]);
  book.row("an answer, CPU, 4x", "answer work", 1.2);
  book.row("an answer, input to paint, median, 4x", "answer paint");
  table.add("an answer, input to paint, p95, 4x", book.of("answer paint").app, { of: p95, most: 14.6 });
  table.add("an answer, longest task, 4x", book.of("answer long").app, { most: 50 });
  book.row("a key in a letter of 50 kB, CPU, 4x", "key work", 1.15);
  book.row("a key in a letter of 50 kB, input to paint, median, 4x", "key paint");
  book.row("a key in a letter of 50 kB, input to paint, p95, 4x", "key paint", 1.1, { of: p95 });
  table.add("the same CPU (limit: keeps in one store only)", book.of("key work").app, { limit: book.values["once key work"] });
  table.add("a key in a letter of 50 kB, longest task, 4x", book.of("key long").app, { most: 50 });
  book.row("memory after a whole journey: heap and WebAssembly", "memory", 3, { unit: "MB" });
}

// ---- as the work grows: 10 to 5,000 records kept
const COUNTS = [10, 100, 1000, 5000];
const ADD = { app: "[...document.querySelectorAll('#main .note .row button')].find((one)=>one.textContent==='Duplicate')", limit: "document.querySelector('#add')" };
async function lists() {
  const book = new Book();
  await each(async (kind) => {
    for (const count of COUNTS) {
      const one = await browser.tab();
      await one.go(url("/blank"));
      await one.run(`for (const [key,text] of ${JSON.stringify(notes(kind, count))}) localStorage.setItem(key,text)`);
      // The first start fills the journal; what is measured is a start as on every other day.
      await one.go(url(START[kind]));
      await ready(one, kind);
      await one.run("await bench.calm(300); if(indexedDB.databases) await bench.calm(200)");
      const long = () => one.run("const took=Math.max(0,...bench.long.map(([,took])=>took)); bench.long=[]; return took");
      await one.cpu(4);
      await one.go("about:blank");
      const before = await one.work();
      await one.go(url(START[kind]));
      await ready(one, kind);
      await one.run("await bench.calm(500)");
      book.note(kind, `up ${count}`, await one.run("return bench.up"));
      book.note(kind, `start ${count}`, (await one.work()) - before);
      book.note(kind, `start long ${count}`, await long());
      const opened = await one.run(`const from=performance.now(); location.hash='#/notes'; await bench.until(()=>document.querySelector('.notes li')); return (await bench.painted())-from`);
      book.note(kind, `open ${count}`, opened);
      await one.run("await bench.calm(300)");
      const added = await one.run(`const add=${ADD[kind]},from=performance.now(); add.click(); return (await bench.painted())-from`);
      book.note(kind, `add ${count}`, added);
      await one.run("await bench.calm(300)");
      book.note(kind, `long ${count}`, await long());
      // An edit of what is kept: another answer, over and over.
      await one.run(`location.hash='#/situation/stake'; await bench.until(()=>document.querySelector('main input[type=radio]')); await bench.calm(300)`);
      const worked = await one.work();
      await one.run("for(let at=0;at<10;at+=1){document.querySelectorAll('main input[type=radio]')[at%2].click(); await bench.painted(); await bench.calm(50)}");
      book.note(kind, `edit ${count}`, ((await one.work()) - worked) / 10);
      await one.close();
    }
  }, ["app", "limit"]);
  const grows = (label, name, most, against, growth) => {
    for (const count of COUNTS) book.row(`${label}, ${count} records, 4x`, `${name} ${count}`, count === 5000 ? most : undefined, against);
    const [few, many] = [10, 5000].map((count) => book.of(`${name} ${count}`).app);
    table.add(`${label}, 5,000 records, 4x`, many, { limit: few, most: growth, against: "with 10 records" });
  };
  grows("open the list", "open", 2, {}, 1.25);
  grows("add one", "add", 1.5, {}, 1.25);
  grows("CPU of an edit", "edit", undefined, {}, 1.25);
  grows("start, the app is up", "up", undefined, {}, 1.1);
  grows("start, CPU until all has arrived", "start", undefined, {}, undefined);
  for (const count of COUNTS) table.add(`longest task at the start, ${count} records, 4x`, book.of(`start long ${count}`).app, { most: 50 });
  for (const count of COUNTS) table.add(`longest task in the list, ${count} records, 4x`, book.of(`long ${count}`).app, { most: 50 });
}

// ---- pages: the lock, another language, search
const PASSPHRASE = "correct horse battery staple";
const fill = (id, text) => `{const field=await bench.until(()=>document.querySelector(${JSON.stringify(id)})); field.value=${JSON.stringify(text)}; field.dispatchEvent(new Event('input',{bubbles:true}))}`;
async function search(one, kind, book) {
  await one.go(url(kind === "app" ? "/#/search" : "/limit.html#/search"));
  await ready(one, kind);
  await one.run(`await bench.until(()=>document.querySelector('${kind === "app" ? "#search" : "#search[data-ready]"}')); ${times("beforeinput")} document.querySelector('#search').focus()`);
  await one.cpu(4);
  const from = await now(one);
  let at = 0;
  for (const letter of "harassment in a meeting") {
    await one.key(letter);
    await one.run(`await bench.until(()=>times.length>=${(at += 1)}); await bench.calm(60)`);
  }
  const [first, ...rest] = await one.run("return times");
  book.note(kind, "search first", first);
  book.note(kind, "search", ...rest);
  book.note(kind, "search long", await longest(one, from));
  await one.cpu(1);
}
async function language(one, kind, book) {
  await one.go(url(START[kind]));
  await ready(one, kind);
  const to = kind === "app" ? "/fr.html" : "/limit-fr.html";
  const before = one.wire.bytes;
  await one.go(url(to));
  await ready(one, kind);
  book.note(kind, "language", await one.run("return bench.up"));
  book.note(kind, "language bytes", (one.wire.bytes - before) / 1000);
}
async function unlock(one, book) {
  await one.go(url("/#/situation/stake"));
  await ready(one, "app");
  await one.run("document.querySelector('main input').click(); await bench.calm(300); location.hash='#/lock'; await bench.until(()=>document.querySelector('main input[type=password]'))");
  await one.run(`const fields=document.querySelectorAll('main input[type=password]'); for(const field of fields){field.value='${PASSPHRASE}'; field.dispatchEvent(new Event('input',{bubbles:true}))} [...document.querySelectorAll('main button')].find((one)=>one.textContent==='Turn the lock on').click(); await bench.until(()=>localStorage.getItem('waymark.lock')); await bench.calm(1500)`);
  await one.go("about:blank");
  await one.go(url("/#/notes"));
  await ready(one, "app");
  const took = await one.run(`await bench.until(()=>document.querySelector('#unlock')); ${fill("#unlock", PASSPHRASE)} const from=performance.now(); document.querySelector('main form button[type=submit]').click(); await bench.until(()=>document.querySelector('.notes li')); return (await bench.painted())-from`);
  book.note("app", "unlock", took);
}
async function pages() {
  const book = new Book();
  await each(async (kind) => {
    const one = await browser.tab();
    await search(one, kind, book);
    await one.close();
    const other = await browser.tab();
    await language(other, kind, book);
    await other.close();
    if (kind === "app") {
      const third = await browser.tab();
      await unlock(third, book);
      await third.close();
    }
  }, ["app", "limit"]);
  book.row("search, the first key, 4x", "search first");
  book.row("search, a key, median, 4x", "search");
  book.row("search, a key, p95, 4x", "search", undefined, { of: p95 });
  table.add("search, longest task, 4x", book.of("search long").app, { most: 50 });
  book.row("another language, up, as is", "language");
  book.row("another language, bytes", "language bytes", undefined, { unit: "kB" });
  table.add("unlock: key derivation and all, as is", book.of("unlock").app, {});
}

// ---- profiles: what explains a figure
function heaviest(profile, most = 12) {
  const own = new Map(), nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  profile.samples.forEach((id, at) => {
    const { callFrame: { functionName, url, lineNumber, columnNumber } } = nodes.get(id);
    const name = `${functionName || "(anonymous)"}${url ? ` ${url.split("/").pop()}:${lineNumber + 1}:${columnNumber + 1}` : ""}`;
    own.set(name, (own.get(name) ?? 0) + profile.timeDeltas[at] / 1000);
  });
  return [...own].filter(([name]) => !/^\((idle|root)\)/.test(name)).sort((a, b) => b[1] - a[1]).slice(0, most);
}
async function profiles(count) {
  const save = async (name, one, during) => {
    const profile = await one.profile(during);
    writeFileSync(join(out, `${name}.cpuprofile`), JSON.stringify(profile));
    console.log(`\n${name}, own time in ms (4x CPU)`);
    for (const [what, took] of heaviest(profile)) console.log(`  ${took.toFixed(1).padStart(8)}  ${what}`);
  };
  for (const kind of ["app", "limit"]) {
    const asked = await browser.tab();
    await save(`answers-${kind}`, asked, () => answers(asked, kind, new Book()));
    await asked.close();
  }
  const one = await browser.tab();
  await open(one, "app");
  await save("keys", one, () => typing(one, 30));
  await one.close();
  const list = await browser.tab();
  await list.go(url("/blank"));
  await list.run(`for (const [key,text] of ${JSON.stringify(notes("app", count))}) localStorage.setItem(key,text)`);
  await list.go(url("/"));
  await ready(list, "app");
  await list.run("await bench.calm(1500)");
  await list.cpu(4);
  await save("start", list, async () => {
    await list.go(url("/?again"));
    await ready(list, "app");
    await list.run("await bench.calm(1000)");
  });
  await save("open", list, () => list.run("location.hash='#/notes'; await bench.until(()=>document.querySelector('.notes li')); await bench.calm(500)"));
  await save("add", list, () => list.run(`${ADD.app}.click(); await bench.calm(500)`));
  await save("edit", list, () => list.run("location.hash='#/situation/stake'; await bench.until(()=>document.querySelector('main input[type=radio]')); for(let at=0;at<10;at+=1){document.querySelectorAll('main input[type=radio]')[at%2].click(); await bench.calm(60)}"));
  await list.close();
  const found = await browser.tab();
  await save("search", found, () => search(found, "app", new Book()));
  await found.close();
}

try {
  if (profiling) await profiles(Number(profiling));
  else {
    const all = { loads, work, lists, pages };
    for (const part of parts) {
      if (!all[part]) throw new Error(`there is no part "${part}": ${Object.keys(all).join(", ")}`);
      const began = Date.now();
      await all[part]();
      console.error(`waymark: ${part}: ${Math.round((Date.now() - began) / 1000)} s`);
    }
    console.log(`\n${browser.product}, ${RUNS} runs`);
    table.print();
    writeFileSync(join(out, `browser${asked.length ? `-${asked.join("-")}` : ""}.json`), JSON.stringify({ browser: browser.product, runs: RUNS, rows: table.rows }, null, 1));
  }
} finally {
  await browser.end();
  site.end();
}
