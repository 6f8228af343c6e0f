// What one presses and is smaller than 44 CSS pixels each way (WCAG 2.5.5), its label counted in, with its size. Left out, as there:
// links inside a sentence.
const LEAST = 44;
const seen = (it) => it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length > 0;
const squeeze = (text) => (text ?? "").replace(/\s+/g, " ").trim();
// Whether words that are no link stand around it, in its paragraph, cell or item.
function amongWords(it) {
  let block = it.parentElement;
  while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
  const copy = block.cloneNode(true);
  copy.querySelectorAll("a, button, summary").forEach((one) => one.remove());
  return /[\p{L}\p{N}]/u.test(copy.textContent);
}
const inSentence = (it) => it.matches("a") && getComputedStyle(it).display === "inline" && amongWords(it);
const found = [];
for (const it of document.querySelectorAll("a[href], button, summary, input, select, textarea, [role=button], [role=link]")) {
  if (!seen(it) || it.matches(".skip:not(:focus)") || inSentence(it)) continue;
  const boxes = [it, ...(it.labels ?? [])].filter(seen).map((one) => one.getBoundingClientRect());
  const wide = Math.max(...boxes.map((box) => box.width));
  const high = Math.max(...boxes.map((box) => box.height));
  if (wide >= LEAST - 0.5 && high >= LEAST - 0.5) continue;
  const name = squeeze(it.textContent || it.labels?.[0]?.textContent).slice(0, 40);
  found.push(`too small to press: ${it.tagName.toLowerCase()} "${name}", ${Math.round(wide)} × ${Math.round(high)}`);
}
return found;
