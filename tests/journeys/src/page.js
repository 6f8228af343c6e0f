// Finding things as a person names them. Wrapped into a function; the harness calls `find(kind, name, scope)`.
const squeeze = (text) => (text ?? "").replace(/\s+/g, " ").trim();

const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;

// The text of an element as a screen reader would say it: without what is hidden from it.
function spoken(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true" || node.hidden) return "";
  if (node.hasAttribute("aria-label")) return node.getAttribute("aria-label");
  if (node.tagName === "IMG") return node.alt;
  const inner = [...node.childNodes].map(spoken).join("");
  return getComputedStyle(node).display.startsWith("inline") ? inner : ` ${inner} `;
}

function name(element) {
  const by = element.getAttribute("aria-labelledby");
  if (by) return squeeze(by.split(/\s+/).map((id) => spoken(document.getElementById(id) ?? new Text())).join(" "));
  if (element.hasAttribute("aria-label")) return squeeze(element.getAttribute("aria-label"));
  if (element.labels?.length) return squeeze([...element.labels].map(spoken).join(" "));
  if (element.tagName === "INPUT") return squeeze(element.value);
  return squeeze(spoken(element));
}

const KINDS = {
  control:
    'a[href], button, summary, [role="button"], [role="link"], [role="tab"], [role="menuitem"], [role="switch"], input[type="submit"], input[type="button"]',
  choice: 'input[type="radio"], input[type="checkbox"], [role="radio"], [role="checkbox"], [role="switch"]',
  field:
    'input:not([type="radio"], [type="checkbox"], [type="submit"], [type="button"], [type="hidden"]), textarea, select, [contenteditable="true"]',
  group: 'fieldset, [role="group"], [role="radiogroup"], section, article, nav, aside, dialog, [role="dialog"], [role="region"], details, li, tr',
};

function groupName(group) {
  if (group.matches("fieldset")) return squeeze(spoken(group.querySelector("legend") ?? new Text()));
  if (group.hasAttribute("aria-label") || group.hasAttribute("aria-labelledby")) return name(group);
  return squeeze(spoken(group.querySelector("summary, h1, h2, h3, h4, h5, h6, dt, th") ?? new Text()));
}

// [element, null], or [null, why not].
function find(kind, wanted, scope) {
  let root = document;
  if (scope) {
    const groups = [...document.querySelectorAll(KINDS.group)].filter((group) => shown(group) && groupName(group).includes(scope));
    if (!groups.length) return [null, `no part of the page is called "${scope}"`];
    // The innermost that holds something of this name.
    root = groups.reverse().find((group) => find.among(root_candidates(group, kind), wanted)[0]) ?? groups[0];
  }
  return find.among(root_candidates(root, kind), wanted, kind);
}

const root_candidates = (root, kind) =>
  // A choice may be drawn by its label while the input itself is invisible.
  [...root.querySelectorAll(KINDS[kind])].filter((element) => shown(element) || [...(element.labels ?? [])].some(shown));

find.among = (candidates, wanted, kind) => {
  const named = candidates.map((element) => [element, name(element)]);
  let hits = named.filter(([, called]) => called === wanted);
  if (!hits.length) hits = named.filter(([, called]) => called.includes(wanted));
  if (hits.length === 1) return [hits[0][0], null];
  const list = (pairs) => pairs.slice(0, 12).map(([, called]) => `"${called.slice(0, 60)}"`).join(", ") || "none";
  return [null, hits.length ? `${hits.length} are called that: ${list(hits)}` : `there are only: ${list(named)}`];
};
