// Sees what goes wrong in a page, before its own scripts run.
{
  const seen = [], key = "journeys-witness";
  Object.defineProperty(globalThis, "journeysWitness", { value: seen });
  // From the page before, if it has ended since anybody asked.
  try {
    seen.push(...JSON.parse(sessionStorage.getItem(key) ?? "[]"));
    sessionStorage.removeItem(key);
  } catch {}
  addEventListener("pagehide", () => {
    try {
      if (seen.length) sessionStorage.setItem(key, JSON.stringify(seen));
    } catch {}
  });
  const violation = (event) => seen.push(`the page's policy: ${event.effectiveDirective} refused ${event.blockedURI || "?"} at ${event.sourceFile || location.href}:${event.lineNumber}`);
  addEventListener("securitypolicyviolation", violation, true);
  addEventListener("error", (event) => event.message && seen.push(`error: ${event.message}`));
  addEventListener("unhandledrejection", (event) => seen.push(`unhandled: ${event.reason}`));
  const real = console.error;
  console.error = (...said) => {
    seen.push(`console: ${said.join(" ")}`);
    real.apply(console, said);
  };
}
