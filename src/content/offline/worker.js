// The service worker: the guide without a network, from one cache for each build. What it needs stands in the lists below, which the
// build fills in. It asks the server for something only when a page that is not sealed yet tells it to, and when somebody goes to a
// page that it does not have whole.
const BUILD = "%build%";
// The files of every reader, and those of one language; each with its SHA-256.
const SHELL = {};
const OF = {};
// The page of each language.
const PAGES = {};
const FIRST = "index.html";

const OURS = `waymark ${registration.scope} `;
const CACHE = OURS + BUILD;
// Everything that is asked for is there or given up after this long: the page waits for it before it is sealed.
const PATIENCE = 20000;
// A page that wants a new version fetched says so at once. When the browser looks for one by itself, nobody does, and nothing is fetched.
const SILENCE = 5000;

const address = (name) => new URL(name === FIRST ? "./" : name, registration.scope).href;
const kept = (name) => caches.match(address(name), { cacheName: CACHE });

async function fetched(cache, name, integrity, signal) {
  // A name with a hash in it never means another file.
  const how = /-[0-9a-f]{12,}/.test(name) ? "default" : "no-cache";
  const response = await fetch(address(name), { integrity, signal, cache: how });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  // A page may not be answered with one that was led elsewhere.
  const { status, headers } = response;
  await cache.put(address(name), new Response(response.body, { status, headers }));
}

// Whatever a reader of this language needs and is not there yet.
async function fill(tag) {
  const cache = await caches.open(CACHE);
  const there = new Set((await cache.keys()).map((request) => request.url));
  const signal = AbortSignal.timeout(PATIENCE);
  const missing = Object.entries({ ...SHELL, ...OF[tag] }).filter(([name]) => !there.has(address(name)));
  await Promise.all(missing.map(([name, integrity]) => fetched(cache, name, integrity, signal)));
}

let begin;
const told = new Promise((yes, no) => {
  begin = yes;
  setTimeout(() => no(new Error("nobody asked for it")), SILENCE);
});
told.catch(() => {});

// Whole or not at all: where a file is missing or not the one that was built, the version before stays.
async function install() {
  try {
    await fill(await told);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

addEventListener("install", (event) => event.waitUntil(install()));

addEventListener("activate", (event) => {
  const old = async () => (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  event.waitUntil(old().then((names) => Promise.all(names.map((name) => caches.delete(name)))));
});

addEventListener("message", (event) => {
  if (event.data === "now") {
    skipWaiting();
    return;
  }
  begin(event.data);
  const [port] = event.ports;
  if (!port) return;
  const answer = () => port.postMessage(true);
  event.waitUntil(fill(event.data).then(answer, answer));
});

// The pages that came from the server: their files do too, so that no two versions meet in one page.
const outside = new Set();

function named(url) {
  const { origin, pathname } = new URL(url);
  if (!(origin + pathname).startsWith(registration.scope)) return undefined;
  const name = (origin + pathname).slice(registration.scope.length) || FIRST;
  return [name, `${name}.html`].find((one) => one in SHELL || Object.values(OF).some((files) => one in files));
}

async function page(event, name) {
  const whole = await Promise.all([name, ...Object.keys(OF[PAGES[name]])].map(kept));
  if (!whole.every(Boolean)) {
    try {
      const response = await fetch(event.request);
      outside.add(event.resultingClientId);
      return response;
    } catch {
      // Without a network: as much as there is.
    }
  }
  return whole[0] ?? fetch(event.request);
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const name = request.method === "GET" && named(request.url);
  if (!name) return;
  if (name in PAGES) {
    event.respondWith(page(event, name));
  } else if (!outside.has(event.clientId)) {
    event.respondWith(kept(name).then((file) => file ?? fetch(request)));
  }
});
