// Words as they are written: watches content/, has packs made anew, and tells the pages that are open to load themselves again.
// In: the program `pack`, the project, and the folder that is served (a copy of dist/). Out: what answers the pages that wait;
// problems go to the terminal. Part of static-server.mjs.

import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join, sep } from "node:path";

// Asking is plain, and sees every way in which editors write, on every file system.
const EVERY = 150;
// How long a file has to stay as it is, to be taken as written.
const SETTLES = 40;

const say = (text) => process.stdout.write(`waymark: ${text}\n`);

// path inside content/ -> when it was written and how long it is.
function seen(content) {
  const files = new Map();
  for (const entry of readdirSync(content, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(toml|page)$/.test(entry.name)) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    // A file may go between being listed and being asked about.
    const info = statSync(path, { throwIfNoEntry: false });
    if (info) files.set(path.slice(content.length + 1), `${info.mtimeMs} ${info.size}`);
  }
  return files;
}

const changed = (old, now) => [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path));

// The languages that these files belong to; none means all.
function languages(paths) {
  const tags = paths.map((path) => path.split(sep)).map(([kind, tag, file]) => (["words", "pages"].includes(kind) && file ? tag : ""));
  return tags.includes("") ? [] : [...new Set(tags)];
}

// Runs the program; what it says, and whether it found nothing wrong.
function run(pack, ...given) {
  const child = spawn(pack, given, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  const ended = new Promise((done) => {
    child.on("error", (error) => done({ fine: false, said: error.message }));
    child.on("close", (code) => done({ fine: code === 0, said: said.trim() }));
  });
  return { child, ended };
}

// pack, project, folder -> what answers a page that waits; says whether the request was one of those.
export function start(pack, project, folder) {
  const content = join(project, "content");
  const waiting = new Set();
  let old = seen(content);
  let checking;

  async function look() {
    let now = seen(content);
    const paths = changed(old, now);
    if (!paths.length) return;
    // Some editors empty a file before they fill it.
    for (let before; before === undefined || changed(before, now).length; ) {
      before = now;
      await new Promise((done) => setTimeout(done, SETTLES));
      now = seen(content);
    }
    paths.push(...changed(old, now).filter((path) => !paths.includes(path)));
    old = now;
    checking?.kill();
    const began = performance.now();
    const { fine, said } = await run(pack, "preview", project, folder, ...languages(paths)).ended;
    if (!fine) return process.stderr.write(`\n${said}\nwaymark: The pages stay as they were.\n`);
    say(`${paths.join(", ")}: packed in ${Math.round(performance.now() - began)} ms. Checking.`);
    for (const page of waiting) page.write("data: anew\n\n");
    check();
  }

  // The whole check, until the next change.
  async function check() {
    const { child, ended } = run(pack, "check", project);
    checking = child;
    const { fine, said } = await ended;
    if (checking !== child || child.signalCode) return;
    if (fine) say("Nothing is wrong with the words.");
    else process.stderr.write(`\n${said}\n`);
  }

  const again = () =>
    look()
      .catch((error) => process.stderr.write(`waymark: ${error.message}\n`))
      .then(() => setTimeout(again, EVERY));
  again();
  process.on("exit", () => checking?.kill());

  return (request, response) => {
    if (new URL(request.url, "http://x/").pathname !== "/preview") return false;
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" }).write(":\n\n");
    waiting.add(response);
    response.on("close", () => waiting.delete(response));
    return true;
  };
}
