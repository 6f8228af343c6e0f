// In the page: what the app asks about the guide without a network (`browser/offline.rs`). Nothing of it is there in a frame, from disk
// or where the browser has no service workers; the app then goes on without.
if (top === self && navigator.serviceWorker && location.protocol !== "file:") {
  const { serviceWorker } = navigator;
  const scope = new URL("./", location).href;
  const script = globalThis.trustedTypes?.createPolicy("sw-url", { createScriptURL: () => "./sw.js" });
  const mine = async () => (await serviceWorker.getRegistrations()).find((one) => one.scope === scope);
  const left = (worker, state) => new Promise((yes) => {
    const look = () => worker.state !== state && yes();
    worker.addEventListener("statechange", look);
    look();
  });
  const asked = (worker, what) => new Promise((yes) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = yes;
    worker.postMessage(what, [port2]);
    left(worker, worker.state).then(yes);
  });
  const looked = async () => {
    const { lang } = document.documentElement;
    const before = await mine();
    const one = await serviceWorker.register(script?.createScriptURL("") ?? "./sw.js", { updateViaCache: "none" });
    // Chromium takes about two seconds for the first look after its own start, Firefox one second each time. The page is up
    // and contacts nobody by then.
    if (before?.active) await one.update().catch(() => {});
    const { installing, active } = one;
    if (installing) {
      installing.postMessage(lang);
      await left(installing, "installing");
    }
    if (active && (await mine())) await asked(active, lang);
    // Last, since the kill switch says no, and takes off what was kept until then.
    const newer = active && one.waiting;
    return !!newer && (await asked(newer, lang))?.data === true;
  };
  const asks = {
    // Before the seal. Whether a newer version waits.
    async keep() {
      if (sessionStorage.getItem("waymark.shared")) return false;
      try {
        return await looked();
      } finally {
        // The kill switch may have been here and gone, and what was kept meanwhile goes too.
        if (!(await mine())) await asks.forget();
      }
    },
    // The newer version, and the page anew in it.
    async renew() {
      const waiting = (await mine())?.waiting;
      if (!waiting) return;
      waiting.postMessage("now");
      await left(waiting, "installed");
      location.reload();
    },
    // Nothing of it stays in this browser.
    async forget() {
      await (await mine())?.unregister();
      for (const name of await caches.keys()) if (name.startsWith(`waymark ${scope} `)) await caches.delete(name);
    },
  };
  const patience = () => new Promise((yes) => setTimeout(yes, 25000, false));
  let turn = Promise.resolve();
  // One after the other: nothing is fetched again after it was forgotten.
  globalThis.waymarkOffline = (what) => (turn = turn.then(() => Promise.race([asks[what](), patience()])).catch(() => false));
}
