// A headless Chromium over a pipe; needs no packages. `tab` gives a page in a context of its own, so its caches and stores are empty.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// In every page before its own scripts: what it took long for, and what was painted last.
const WATCH = `globalThis.bench={long:[],largest:0,up:0};
new MutationObserver((_,it)=>{if(!bench.up&&(document.querySelector("#app[data-up]")||document.documentElement?.dataset.up==="")){bench.up=performance.now();it.disconnect()}}).observe(document,{subtree:true,attributes:true,attributeFilter:["data-up"]});
new PerformanceObserver((all)=>all.getEntries().forEach(({startTime,duration})=>bench.long.push([startTime,duration]))).observe({type:"longtask",buffered:true});
new PerformanceObserver((all)=>all.getEntries().forEach(({startTime})=>bench.largest=startTime)).observe({type:"largest-contentful-paint",buffered:true});
bench.until=async(test)=>{const end=performance.now()+60000;for(;;){const value=test();if(value)return value;if(performance.now()>end)throw new Error("waited in vain for "+test);await new Promise(requestAnimationFrame)}};
bench.painted=()=>new Promise((yes)=>requestAnimationFrame(()=>{const seen=new MessageChannel();seen.port1.onmessage=()=>yes(performance.now());seen.port2.postMessage(0)}));
bench.calm=async(ms)=>{const end=performance.now()+ms;await bench.until(()=>performance.now()>end)};`;

export async function chromium(program) {
  const profile = mkdtempSync(join(tmpdir(), "waymark-bench-"));
  const browser = spawn(program, ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-pipe", `--user-data-dir=${profile}`],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  let next = 0, buffer = "";
  const waiting = new Map(), heard = new Map();
  browser.stdio[4].on("data", (chunk) => {
    buffer += chunk;
    for (let end; (end = buffer.indexOf("\0")) >= 0; buffer = buffer.slice(end + 1)) {
      const message = JSON.parse(buffer.slice(0, end));
      if (message.method) heard.get(message.sessionId)?.(message);
      const answer = waiting.get(message.id);
      waiting.delete(message.id);
      if (answer) message.error ? answer.no(new Error(message.error.message)) : answer.yes(message.result);
    }
  });
  const send = (method, params = {}, sessionId) => new Promise((yes, no) => {
    const late = setTimeout(() => no(new Error(`no answer to ${method} ${params.expression ?? params.url ?? ""}`)), 90_000);
    waiting.set(++next, { yes: (value) => (clearTimeout(late), yes(value)), no: (error) => (clearTimeout(late), no(error)) });
    browser.stdio[3].write(JSON.stringify({ id: next, method, params, sessionId }) + "\0");
  });

  async function tab(slow = false) {
    const { browserContextId } = await send("Target.createBrowserContext");
    const { targetId } = await send("Target.createTarget", { url: "about:blank", browserContextId });
    const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
    const ask = (method, params) => send(method, params, sessionId);
    const wire = { bytes: 0, requests: 0 };
    let loaded;
    heard.set(sessionId, ({ method, params }) => {
      if (method === "Network.requestWillBeSent" && /^http/.test(params.request.url)) wire.requests += 1;
      if (method === "Network.loadingFinished") wire.bytes += params.encodedDataLength;
      if (method === "Page.loadEventFired") loaded?.();
    });
    await ask("Page.enable");
    await ask("Network.enable");
    await ask("Page.addScriptToEvaluateOnNewDocument", { source: WATCH });
    await ask("Emulation.setFocusEmulationEnabled", { enabled: true });
    const cpu = (rate) => ask("Emulation.setCPUThrottlingRate", { rate });
    if (slow) {
      await ask("Network.emulateNetworkConditions", { offline: false, latency: 562, downloadThroughput: 180_000, uploadThroughput: 84_000 });
      await cpu(4);
    }
    const run = async (expression) => {
      const { result, exceptionDetails } = await ask("Runtime.evaluate", { expression: `(async()=>{${expression}})()`, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    };
    // In every page from now on, before its own scripts, beside them.
    const early = (source) => ask("Page.addScriptToEvaluateOnNewDocument", { source: `(async()=>{${source}})()` });
    // To another document: one of the same address but for what follows "#" would not load anew.
    const go = async (url) => {
      if (url.includes("#")) await go("about:blank");
      let late;
      const there = new Promise((yes, no) => {
        loaded = yes;
        late = setTimeout(() => no(new Error(`${url} does not load`)), 60_000);
      });
      await ask("Page.navigate", { url });
      await there;
      clearTimeout(late);
    };
    await ask("Performance.enable", { timeDomain: "threadTicks" });
    // What the page has worked so far, in ms of its main thread.
    const work = async () => (await ask("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
    // JavaScript heap and WebAssembly memory in MB, after what is garbage is gone.
    const memory = async () => {
      await ask("HeapProfiler.collectGarbage");
      const { usedSize } = await ask("Runtime.getHeapUsage");
      const { result: { objectId: prototypeObjectId } } = await ask("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
      const { objects } = await ask("Runtime.queryObjects", { prototypeObjectId });
      const { result } = await ask("Runtime.callFunctionOn", { objectId: objects.objectId, functionDeclaration: "function(){return this.reduce((all,one)=>all+one.buffer.byteLength,0)}", returnByValue: true });
      return (usedSize + result.value) / 1e6;
    };
    const key = async (text) => {
      await ask("Input.dispatchKeyEvent", { type: "keyDown", key: text, text });
      await ask("Input.dispatchKeyEvent", { type: "keyUp", key: text });
    };
    const profile = async (during) => {
      await ask("Profiler.enable");
      await ask("Profiler.setSamplingInterval", { interval: 200 });
      await ask("Profiler.start");
      await during();
      return (await ask("Profiler.stop")).profile;
    };
    const close = () => {
      heard.delete(sessionId);
      return send("Target.disposeBrowserContext", { browserContextId });
    };
    return { ask, run, early, go, cpu, work, memory, key, profile, wire, close };
  }

  async function end() {
    const ended = new Promise((done) => browser.once("exit", done));
    send("Browser.close").catch(() => {});
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  const { product } = await send("Browser.getVersion");
  return { tab, end, product };
}
