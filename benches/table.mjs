// The figures of a run: beside each the same of the limit, their ratio, the target of the design, and whether it is met.
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)];
const share = (list, part) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];
export const p95 = (list) => share(list, 0.95);

const number = (value) => (value === undefined ? "-" : value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0));

export class Table {
  rows = [];

  // name; values of the app and of what it is held against (lists, one value a run; or numbers); most: the highest ratio, or, with
  // nothing to hold it against, the highest value. `of`: how a list becomes one figure.
  add(name, app, { limit, floor, most, of = median, unit = "ms", against = "limit" } = {}) {
    const one = (list) => (Array.isArray(list) ? (list.length ? of(list) : undefined) : list);
    const [ours, theirs, base] = [one(app), one(limit), one(floor)];
    if (ours === undefined) return;
    const ratio = theirs === undefined ? undefined : ours / theirs;
    const met = most === undefined ? undefined : (ratio ?? ours) <= most;
    this.rows.push({ name, unit, app: ours, limit: theirs, floor: base, ratio, target: most, met, against, runs: Array.isArray(app) ? app : undefined });
  }

  print() {
    const cells = (list) => list.map((cell, at) => (at === 0 ? cell.padEnd(58) : cell.padStart(8))).join(" ");
    console.log("\n" + cells(["median of the runs", "app", "limit", "floor", "ratio", "target", ""]));
    for (const { name, unit, app, limit, floor, ratio, target, met, against } of this.rows) {
      const label = `${name}, ${unit}${against === "limit" ? "" : ` (limit: ${against})`}`;
      const most = target === undefined ? "-" : `${ratio === undefined ? "" : "x"}${target}`;
      console.log(cells([label, number(app), number(limit), number(floor), ratio === undefined ? "-" : ratio.toFixed(2), most, met === undefined ? "" : met ? "met" : "NOT MET"]));
    }
    const missed = this.rows.filter(({ met }) => met === false);
    console.log(missed.length ? `\n${missed.length} short of their targets; the profile of each is in docs/performance.md.` : "\nEvery target is met.");
  }
}
