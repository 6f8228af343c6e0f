// Starts browsers' drivers and speaks to them, for what drives other engines than Chromium. Imported.
// Everything lies in a temporary folder of its own, and `end` takes all of it away.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const FIREFOX = ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find((path) => existsSync(path));
export const temporary = mkdtempSync(join(tmpdir(), "waymark-engines-"));
const started = [];
const environment = { ...process.env, TMPDIR: temporary, HOME: temporary, XDG_RUNTIME_DIR: temporary, DBUS_SESSION_BUS_ADDRESS: "disabled:", NO_AT_BRIDGE: "1", GTK_A11Y: "none" };
delete environment.WAYLAND_DISPLAY;

// A program of ours, and what it says when it is ready: its port, or the like.
export function start(name, args, ready, stream = "stdout", extra = {}) {
  const child = spawn(name, args, { env: { ...environment, ...extra }, stdio: ["ignore", "pipe", "pipe", "pipe"], detached: true });
  started.push(child);
  return new Promise((yes, no) => {
    let text = "";
    child.on("error", (error) => no(new Error(`${name}: ${error.message}`)));
    child.on("exit", (code) => no(new Error(`${name} ended with ${code}: ${text}`)));
    const from = stream === "3" ? child.stdio[3] : child[stream];
    from.on("data", (chunk) => {
      text += chunk;
      const found = text.match(ready);
      if (found) yes({ port: found[1], child });
    });
    if (from !== child.stderr) child.stderr.resume();
  });
}

export const free = () => new Promise((yes) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => yes(port));
  });
});

export async function until(what, test, most = 30_000) {
  for (const end = Date.now() + most; Date.now() < end; await new Promise((on) => setTimeout(on, 50))) {
    const value = await test();
    if (value) return value;
  }
  throw new Error(`waited in vain for ${what}`);
}

export async function webdriver(port, capabilities) {
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body), headers: { "content-type": "application/json" } });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  await until("the driver", () => ask("GET", "/status").then(() => true, () => false));
  const { sessionId, capabilities: has } = await ask("POST", "/session", { capabilities: { alwaysMatch: capabilities } });
  const at = `/session/${sessionId}`;
  return {
    name: `${has.browserName} ${has.browserVersion}`,
    process: has["moz:processID"],
    go: (url) => ask("POST", `${at}/url`, { url }),
    run: (script, ...args) => ask("POST", `${at}/execute/sync`, { script, args }),
    later: (script) => ask("POST", `${at}/execute/async`, { script, args: [] }),
    quit: () => ask("DELETE", at),
  };
}

// Ends one program and all that it started.
export function stop(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

export function end() {
  for (const child of started) stop(child);
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}
