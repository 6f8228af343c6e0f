// What is measured, and who serves it: the app (dist/), beside it the limit (a page by hand of the same words) and the floor (an
// empty app in Leptos). Everything is packed by brotli 11 before the first request.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const MIME = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css", ".pack": "text/plain; charset=utf-8" };
// Packing all languages takes half a minute, so what was packed once is kept.
const PACKED = new URL("../target/bench/packed/", import.meta.url);
function brotli(bytes) {
  const kept = new URL(createHash("sha256").update(bytes).digest("hex"), PACKED);
  if (existsSync(kept)) return readFileSync(kept);
  const wire = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  mkdirSync(PACKED, { recursive: true });
  writeFileSync(kept, wire);
  return wire;
}

function walk(folder) {
  return readdirSync(folder).filter((name) => !name.startsWith(".")).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

// The files of a folder by their addresses. Packing takes longest, so each is packed when it is first asked for.
export function folder(root, at = "/") {
  const files = new Map();
  // Trunk builds in a hidden folder beside what is finished; the plain pages in guide/ and the kill switch are nothing that
  // the app loads.
  const unloaded = ["guide", "sw-off.js"].map((name) => join(root, name));
  for (const path of walk(root).filter((path) => !unloaded.some((one) => path.startsWith(one)))) {
    files.set(at + relative(root, path), file(readFileSync(path), MIME[extname(path)]));
  }
  return files;
}
function file(raw, type = "application/octet-stream") {
  let wire;
  return { raw, type, get wire() { return (wire ??= brotli(raw)); } };
}

// The questions of the interview, from the pack that the app itself loads first.
function questions(pack) {
  const texts = new Map(pack.split("\n").slice(1).map((line) => line.split("\t")));
  const found = {};
  for (const [id, text] of texts) {
    const key = id.match(/^question\.([a-z-]+)\.ask$/)?.[1];
    if (!key) continue;
    const options = {};
    for (const [other, say] of texts) {
      const option = other.match(new RegExp(`^question\\.${key}\\.option\\.([a-z-]+)\\.say$`))?.[1];
      if (option) options[option] = [say, texts.get(`question.${key}.option.${option}.help`)];
    }
    if (Object.keys(options).length) found[key] = { ask: text, help: texts.get(`question.${key}.help`), why: texts.get(`question.${key}.why`), options };
  }
  return found;
}

const minified = (script) => script.replace(/^\/\/.*\n/gm, "").replace(/^ +/gm, "");

// The same first page, with its styles; instead of the app a script of a few kB, in the page itself.
function limit(app, tag, journal) {
  const page = app.get(tag === "en" ? "/index.html" : `/${tag}.html`).raw.toString();
  const words = questions(app.get(`/packs/${tag}.pack`).raw.toString());
  const script = readFileSync(new URL("limit/limit.js", import.meta.url), "utf8");
  return page
    .replace(/<meta http-equiv[^>]*>/, "")
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<link[^>]*(preload|modulepreload)[^>]*>/g, "")
    .replace("</body>", () => `<script>const JOURNAL=${journal},WORDS=${JSON.stringify(words).replaceAll("<", "\\u003c")};{${minified(script)}}</script></body>`);
}

// dist, floor: folders. What comes out: the address, and how to end it.
export async function serve(dist, floor) {
  const files = folder(dist);
  if (floor && existsSync(floor)) for (const [path, one] of folder(floor, "/floor/")) files.set(path, one);
  for (const [path, tag, journal] of [["/limit.html", "en", true], ["/limit-fr.html", "fr", true], ["/limit-once.html", "en", false]]) {
    files.set(path, file(Buffer.from(limit(files, tag, journal)), MIME[".html"]));
  }
  files.set("/blank", file(Buffer.from("<!doctype html><title>Nothing</title>"), MIME[".html"]));
  // Whoever opens the page in English or French asks for these.
  for (const [path, one] of files) if (!/\/(ar|es|ru|zh)(-more)?\.(html|pack)$/.test(path)) one.wire;
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://x").pathname;
    const at = path.endsWith("/") ? path + "index.html" : path;
    const file = files.get(at);
    if (!file) return response.writeHead(404).end();
    const cache = at.endsWith(".html") ? "no-cache" : "max-age=31536000, immutable";
    response.writeHead(200, { "content-type": file.type, "content-encoding": "br", "cache-control": cache }).end(file.wire);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { origin: `http://127.0.0.1:${server.address().port}`, files, has: (path) => files.has(path), end: () => { server.closeAllConnections(); server.close(); } };
}
