// Kills Firefox at random moments while somebody types, and looks what is there afterwards: all that was shown as saved.
// In: the guide as one file, how often, and "alone" to take the database away (the anchor to compare with).
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { FIREFOX, end, start, stop, temporary, until, webdriver } from "./webdriver.mjs";

const [file, times, alone] = process.argv.slice(2);
const page = readFileSync(file);
const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8", connection: "close" }).end(page));
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const home = `http://127.0.0.1:${server.address().port}/`;
const profile = join(temporary, "profile");
mkdirSync(profile);

// Without the database the line says so.
const says = alone ? "Saved in this browser" : "Saved on this device";

const TYPES = `const box = document.querySelector('#account');
  let count = 0;
  window.shown = box.value;
  window.times = [];
  // With a pause now and then, in which the line says what is saved.
  setInterval(() => {
    if (count % 20 === 19 && window.shown !== box.value) return;
    count += 1;
    window.times[count] = Date.now();
    box.value += ' ' + count;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, 15);
  // What stood in the box when a frame began, if the line says so once it is drawn: by then the app has said what it knows.
  (function look() {
    requestAnimationFrame(look);
    const value = box.value;
    setTimeout(() => { if (document.getElementById('status').innerText.includes('${says}')) window.shown = value; });
  })();`;

async function open() {
  const { port, child } = await start("geckodriver", ["--port=0"], /Listening on 127\.0\.0\.1:(\d+)/);
  const browser = await webdriver(port, { browserName: "firefox", "moz:firefoxOptions": { binary: FIREFOX, args: ["-headless", "-profile", profile] } });
  return { ...browser, child };
}

const expect = (browser, what, script) => until(what, () => browser.run(script).catch(() => false));
const whole = (text) => text.split(" ").every((word, at) => word === (at ? String(at) : "Begun."));
const isDead = (id) => {
  try {
    return readFileSync(`/proc/${id}/stat`, "utf8").split(")").pop().trim().startsWith("Z");
  } catch {
    return true;
  }
};

let lost = 0, worst = 0;
try {
  for (let round = 0; round < Number(times); round += 1) {
    let browser = await open();
    await browser.go(`${home}#/begin/email`);
    await expect(browser, "a new draft", "return location.hash.startsWith('#/write/') && !!document.querySelector('#account')");
    if (alone) await browser.run("window.IDBDatabase.prototype.transaction = undefined");
    await browser.run("const it = document.querySelector('#account'); it.value = 'Begun.'; it.dispatchEvent(new Event('input', { bubbles: true }))");
    await expect(browser, "a status line", "return document.getElementById('status').innerText.includes('" + says + "')");
    await browser.run(TYPES);
    const enough = (alone ? 200 : 60) * (1 + 2 * Math.random());
    const [shown, address, at] = await until("something shown as saved", async () => {
      const said = await browser.run("return [window.shown, location.hash, window.times]");
      return said[0].split(" ").length > enough && said;
    });
    process.kill(browser.process, "SIGKILL");
    await until("the end of the browser", () => isDead(browser.process));
    stop(browser.child);
    browser = await open();
    await browser.go(`${home}${address}`);
    await expect(browser, "the app", "return !!document.querySelector('#app[data-up][data-sealed] main h1')");
    // What the first store has lost comes from the database as soon as that is read; what is not there by then is lost.
    const value = () => browser.run("return document.querySelector('#account')?.value ?? ''");
    const there = await until("all of it", async () => {
      const text = await value();
      return text.startsWith(shown) && text;
    }, 5_000).catch(value);
    const before = there.split(" ").length - 1, last = shown.split(" ").length - 1;
    const missing = Math.max(0, shown.length - there.length);
    const seconds = missing ? (at[last] - (at[before + 1] ?? at[1])) / 1000 : 0;
    lost += missing;
    worst = Math.max(worst, seconds);
    const name = alone ? "anchor" : "kill";
    console.log(`${name} ${round} in ${browser.name}: ${shown.length} characters shown as saved, ${there.length} there${missing ? `, the last ${seconds.toFixed(1)} s lost` : ""}`);
    if (there && !whole(there)) throw new Error(`a text with a gap: ${there}`);
    if (!alone && !there.startsWith(shown)) throw new Error(`lost what was shown as saved: ${shown}, found ${there}`);
    await browser.quit();
    stop(browser.child);
  }
  console.log(`${times} times in Firefox${alone ? ", local storage alone" : ""}: ${lost} characters lost of what was shown as saved${lost ? `, at worst the last ${worst.toFixed(1)} s` : ""}`);
} catch (error) {
  console.error(`waymark: ${error.message}`);
  process.exitCode = 1;
} finally {
  server.close();
  end();
}
process.exit();
