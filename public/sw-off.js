// The kill switch: served in place of sw.js, it takes the guide without a network off every device that comes by. See docs/hosting.md.
const off = async () => {
  for (const name of await caches.keys()) if (name.startsWith(`waymark ${registration.scope} `)) await caches.delete(name);
  // Not waited for: the browser unregisters only after this event, and pages would wait for both.
  registration.unregister();
};
// At once, not when it takes over: until then the worker before it may be busy.
addEventListener("install", (event) => event.waitUntil(off()));
addEventListener("activate", (event) => event.waitUntil(off()));
// A page that was quicker may have had something kept meanwhile.
addEventListener("message", (event) => event.waitUntil(off().then(() => event.ports[0]?.postMessage(false))));
