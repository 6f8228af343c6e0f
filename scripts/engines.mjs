// Opens the guide as one file in Firefox and WebKitGTK, from a server and from disk, and uses it.
// In: the file. Out: a line for each engine and way, or the first thing that was not so. Needs geckodriver, WebKitWebDriver, Xvfb.
import { createServer } from "node:http";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import { FIREFOX, end, free, start, until, webdriver } from "./webdriver.mjs";

const file = resolve(process.argv[2]);
const page = readFileSync(file);

const engines = [
  async () => {
    const { port } = await start("geckodriver", ["--port=0"], /Listening on 127\.0\.0\.1:(\d+)/);
    return webdriver(port, { browserName: "firefox", "moz:firefoxOptions": { binary: FIREFOX, args: ["-headless"] } });
  },
  async () => {
    const { port: display } = await start("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], /(\d+)\n/, "3");
    const port = await free();
    start("WebKitWebDriver", [`--port=${port}`], /(?!)/, "stdout", { DISPLAY: `:${display}`, WEBKIT_SKIA_ENABLE_CPU_RENDERING: "1" }).catch(() => {});
    const libraries = readdirSync("/usr/lib").map((name) => `/usr/lib/${name}/webkit2gtk-4.1/MiniBrowser`);
    const binary = libraries.find((path) => existsSync(path)) ?? "MiniBrowser";
    return webdriver(port, { browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary, args: ["--automation"] } });
  },
];

const requests = [];
const server = createServer((request, response) => {
  requests.push(request.url);
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", connection: "close" }).end(page);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));

const home = `http://127.0.0.1:${server.address().port}`;

async function use(browser, url, kept) {
  const expect = (what, script) => until(`${what}, in ${browser.name} at ${url}`, () => browser.run(script).catch(() => false));
  await browser.go(`${url}#/`);
  await expect("the app", "return !!document.querySelector('#app[data-up][data-sealed] main h1')");
  await browser.run("window.refused = []; addEventListener('securitypolicyviolation', (event) => window.refused.push(event.effectiveDirective))");
  await browser.run("location.hash = '#/begin/email'");
  await expect("a new draft", "return location.hash.startsWith('#/write/') && !!document.querySelector('#account')");
  await browser.run("const it = document.querySelector('#account'); it.value = 'In the corridor.'; it.dispatchEvent(new Event('input', { bubbles: true }))");
  await expect("a true status line", `return document.getElementById('status').innerText.includes('${kept}')`);
  await browser.run("location.hash = '#/chair/scripts'");
  await expect("a page to read", "return document.querySelector('main h1')?.innerText.length > 3 && location.hash === '#/chair/scripts'");
  const before = await browser.run("return window.refused.join()");
  if (before) throw new Error(`${browser.name} at ${url}: the policy had to refuse ${before}`);
  const stopped = await browser.later(`const done = arguments[arguments.length - 1]; fetch('${home}/probe', { mode: 'no-cors' }).then(() => done('let through'), () => done('stopped'))`);
  if (stopped !== "stopped") throw new Error(`${browser.name} at ${url}: a request was let through`);
  await expect("the policy's own word", "return window.refused.includes('connect-src')");
}

try {
  for (const open of engines) {
    const browser = await open();
    const name = basename(file);
    await use(browser, `${home}/${name}`, "Saved on this device");
    const asked = requests.splice(0);
    if (asked.join() !== `/${name}`) throw new Error(`${browser.name}: one request, not ${asked.join(", ")}`);
    console.log(`${browser.name.padEnd(24)} from a server: runs, one request, none after it`);
    await use(browser, `file://${file}`, "Opened as a file");
    if (requests.length) throw new Error(`${browser.name} from disk asked for ${requests.join(", ")}`);
    console.log(`${browser.name.padEnd(24)} from disk:     runs, in memory only, no request`);
    await browser.quit();
  }
} catch (error) {
  console.error(`waymark: ${error.message}`);
  process.exitCode = 1;
} finally {
  server.close();
  end();
}
process.exit();
