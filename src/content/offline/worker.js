// The service worker: the guide without a network, from one cache for each build. What it needs stands in the lists below, which the
// build fills in. It asks the server for something only when a page that is not sealed yet tells it to, and when somebody goes to a
// page that it does not have whole.
const BUILD = "%build%";
// The files of every reader, and those of one language; each with its SHA-256.
const SHELL = {};
const OF = {};
// The language of each page, and what each language calls itself.
const PAGES = {};
const NAMES = {};
// What stands in the place of a page that is not kept, while there is no network.
const MISSING = {};
const FIRST = "index.html";

const OURS = `waymark ${registration.scope} `;
const CACHE = OURS + BUILD;
// Everything that is asked for is there or given up after this long: the page waits for it before it is sealed whole.
const PATIENCE = 20000;
// A page that wants a new version fetched says so at once. When the browser looks for one by itself, nobody does, and nothing is fetched.
const SILENCE = 5000;
// Where a network is there but brings nothing, what is kept has to do.
const HURRY = 3000;

const address = (name) => new URL(name === FIRST ? "./" : name, registration.scope).href;
const kept = (name) => caches.match(address(name), { cacheName: CACHE });

// A response may not be one that was led elsewhere: it is made anew of what it brought.
async function brought(name, hash, signal, cache) {
  const response = await fetch(address(name), { signal, cache });
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (!response.ok || btoa(String.fromCharCode(...digest)) !== hash) throw new Error(`${name} is not the file that was built`);
  const { status, headers } = response;
  return new Response(bytes, { status, headers });
}

async function fetched(cache, name, hash, signal) {
  // What the page has loaded already is taken from there, however old: only the hash counts.
  const response = await brought(name, hash, signal, "force-cache").catch(() => brought(name, hash, signal, "no-cache"));
  await cache.put(address(name), response);
}

// Whatever a reader of this language needs and is not there yet.
async function fill(tag) {
  const cache = await caches.open(CACHE);
  const there = new Set((await cache.keys()).map((request) => request.url));
  const signal = AbortSignal.timeout(PATIENCE);
  const missing = Object.entries({ ...SHELL, ...OF[tag] }).filter(([name]) => !there.has(address(name)));
  await Promise.all(missing.map(([name, hash]) => fetched(cache, name, hash, signal)));
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

const whole = async (page) => (await Promise.all([page, ...Object.keys(OF[PAGES[page]])].map(kept))).every(Boolean);

// Says that the page is not kept, and which are.
async function missing(tag) {
  const pages = Object.keys(PAGES);
  const there = await Promise.all(pages.map(whole));
  const link = (page) => `<li><a href="${new URL(page, registration.scope).pathname}" lang="${PAGES[page]}">${NAMES[PAGES[page]]}</a></li>`;
  const links = pages.filter((_, place) => there[place]).map(link);
  const headers = { "content-type": "text/html; charset=utf-8" };
  return new Response(MISSING[tag].replace("%links%", links.join("")), { status: 503, headers });
}

async function page(event, name) {
  if (await whole(name)) return kept(name);
  // By the folder, the first page is there for everybody: it leads to the reader's language.
  const instead = name === FIRST && new URL(event.request.url).pathname.endsWith("/") && (await kept(name));
  let late = false;
  const asked = fetch(event.request).then((response) => {
    if (!late) outside.add(event.resultingClientId);
    return response;
  });
  if (!instead) return asked.catch(() => missing(PAGES[name]));
  const patience = new Promise((_, no) => setTimeout(no, HURRY));
  return Promise.race([asked, patience]).catch(() => {
    late = true;
    return instead;
  });
}

const listed = (name) => name in SHELL || Object.values(OF).some((files) => name in files);

addEventListener("fetch", (event) => {
  const { request, clientId } = event;
  const { origin, pathname } = new URL(request.url);
  const { scope } = registration;
  if (request.method !== "GET" || !(origin + pathname).startsWith(scope)) return;
  const asked = (origin + pathname).slice(scope.length) || FIRST;
  // Some hosts leave out the end of a page's name.
  const name = [asked, `${asked}.html`].find(listed) ?? asked;
  const [, guide] = name.match(/^guide\/(\w+)\//) ?? [];
  if (name in PAGES) {
    event.respondWith(page(event, name));
  } else if (guide in OF && request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => missing(guide)));
  } else if (listed(name) && !outside.has(clientId)) {
    event.respondWith(kept(name).then((file) => file ?? fetch(request)));
  }
});
