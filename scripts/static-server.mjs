// Serves a folder on this machine, as a good host would: right types, compressed, with headers that
// keep the page to itself. In: a port and a folder. Out: one line with the address, then answers.
//   node static-server.mjs PORT FOLDER     serve until Ctrl-C
//   node static-server.mjs PORT FOLDER PACK ROOT
//                                          the same for a preview: what is written in ROOT/content is packed by PACK into FOLDER
//   node static-server.mjs --check PORT    only say whether the port is free

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile, readdir, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const HOST = "127.0.0.1";
const HEADERS = JSON.parse(readFileSync(new URL("headers.json", import.meta.url), "utf8"));

// Type, and whether compressing is worth it.
const TYPES = {
  ".html": ["text/html; charset=utf-8", true],
  ".js": ["text/javascript; charset=utf-8", true],
  ".mjs": ["text/javascript; charset=utf-8", true],
  ".css": ["text/css; charset=utf-8", true],
  ".wasm": ["application/wasm", true],
  ".json": ["application/json", true],
  ".pack": ["text/plain; charset=utf-8", true],
  ".webmanifest": ["application/manifest+json", true],
  ".svg": ["image/svg+xml", true],
  ".txt": ["text/plain; charset=utf-8", true],
  ".pack": ["text/plain; charset=utf-8", true],
  ".ico": ["image/x-icon", true],
  ".png": ["image/png", false],
  ".webp": ["image/webp", false],
  ".woff2": ["font/woff2", false],
  ".pdf": ["application/pdf", false],
};
const OTHER = ["application/octet-stream", false];

// Trunk writes a hash into the names of what it builds: such a file never changes.
const HASHED = /-[0-9a-f]{8,}(_bg)?\.[a-z0-9]+$/;

const compress = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body) => promisify(gzip)(body, { level: 9 }),
};

function stop(problem, remedy) {
  process.stderr.write(`\nwaymark: ${problem}\n         ${remedy}\n`);
  process.exit(1);
}

// path -> { stamp, type, etag, immutable, plain, br?, gzip? }; the last two are promises, made once.
const files = new Map();

// The file that an address means, or nothing. Only what really lies inside the folder is served.
async function find(root, address) {
  let path;
  try {
    path = decodeURIComponent(new URL(address, "http://x/").pathname);
  } catch {
    return undefined;
  }
  if (path.includes("\0")) return undefined;
  if (path.endsWith("/")) path += "index.html";
  try {
    const file = await realpath(join(root, path));
    const info = await stat(file);
    if (!info.isFile() || !file.startsWith(root + sep)) return undefined;
    const stamp = `${info.mtimeMs} ${info.size}`;
    let known = files.get(file);
    if (known?.stamp !== stamp) {
      const plain = await readFile(file);
      const [type, packs] = TYPES[extname(file).toLowerCase()] ?? OTHER;
      const etag = createHash("sha256").update(plain).digest("base64url").slice(0, 22);
      known = { stamp, type, packs, etag, plain, immutable: HASHED.test(file) };
      files.set(file, known);
    }
    return known;
  } catch {
    return undefined;
  }
}

// The encoding to answer with: the best that the browser takes.
function encodingFor(file, accepted = "") {
  if (!file.packs || file.plain.length < 200) return undefined;
  const takes = (name) => new RegExp(`(^|[,\\s])${name}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`, "i").test(accepted);
  return ["br", "gzip"].find(takes);
}

async function answer(root, request, response, packed = true) {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD", "Content-Length": 0 }).end();
    return;
  }
  let file = await find(root, request.url);
  let status = 200;
  if (!file) {
    status = 404;
    file = (await find(root, "/404.html")) ?? NOT_FOUND;
  }
  const encoding = packed ? encodingFor(file, request.headers["accept-encoding"]) : undefined;
  const etag = `"${file.etag}${encoding ? `-${encoding}` : ""}"`;
  const headers = {
    "Content-Type": file.type,
    "Cache-Control": status === 200 && file.immutable ? "public, max-age=31536000, immutable" : "no-cache",
    ...(status === 200 && { ETag: etag }),
    ...(file.packs && { Vary: "Accept-Encoding" }),
  };
  if (status === 200 && request.headers["if-none-match"] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const body = encoding ? await (file[encoding] ??= compress[encoding](file.plain)) : file.plain;
  if (encoding) headers["Content-Encoding"] = encoding;
  headers["Content-Length"] = body.length;
  response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : body);
}

const NOT_FOUND = {
  type: "text/html; charset=utf-8",
  packs: false,
  plain: Buffer.from(
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
      '<title>Not here</title><h1>There is no page at this address</h1><p><a href="/">Go to the start of the guide</a></p>',
  ),
};

// Compress everything ahead of the first visit, one file at a time.
async function warmUp(root) {
  for (const entry of await readdir(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name).slice(root.length);
    const file = await find(root, path.split(sep).map(encodeURIComponent).join("/"));
    if (file && encodingFor(file, "br")) await (file.br ??= compress.br(file.plain));
  }
}

function listen(server, port) {
  server.on("error", (error) => {
    if (error.code === "EADDRINUSE") {
      const other = port < 65535 ? port + 1 : port - 1;
      stop(`Port ${port} is taken by another program.`, `Choose another one, for example: scripts/serve --port ${other}`);
    }
    if (error.code === "EACCES") {
      stop(`Port ${port} is reserved for administrators.`, "Choose one from 1024 up, for example: scripts/serve --port 8081");
    }
    stop(`The server cannot listen on ${HOST}:${port} (${error.message}).`, "Try another port with: scripts/serve --port N");
  });
  return new Promise((ready) => server.listen({ port, host: HOST, exclusive: true }, ready));
}

const [first, second, pack, project] = process.argv.slice(2);
if (first === "--check") {
  const server = createServer();
  await listen(server, Number(second));
  server.close();
} else {
  const port = Number(first);
  const root = await realpath(second).catch(() => stop(`There is no folder ${second} to serve.`, "Build the app first: scripts/build"));
  const preview = pack && (await import("./preview.mjs")).start(pack, project, root);
  const server = createServer((request, response) => {
    if (preview?.(request, response)) return;
    // Compressing would take longer than all the rest of a preview.
    answer(root, request, response, !preview).catch((error) => {
      process.stderr.write(`waymark: ${request.url}: ${error.message}\n`);
      response.destroy();
    });
  });
  await listen(server, port);
  process.stdout.write(`waymark: The guide is at http://${HOST}:${server.address().port} (Ctrl-C ends it)\n`);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      process.stdout.write("\nwaymark: Stopped.\n");
      process.exit(0);
    });
  }
  if (!preview) await warmUp(root).catch(() => {});
}
