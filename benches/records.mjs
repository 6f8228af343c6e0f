// Records as the app keeps them, and as the page by hand keeps them: a key each, in the browser's local storage.

// FNV-1a, 64 bits, over the parts with their lengths: src/storage/record.rs.
function checksum(parts) {
  let sum = 0xcbf29ce484222325n;
  const step = (byte) => (sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n));
  for (const part of parts) {
    const bytes = Buffer.from(part);
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(bytes.length));
    length.forEach(step);
    bytes.forEach(step);
  }
  return sum.toString(16).padStart(16, "0");
}
function record(kind, title, body, updated) {
  const head = `${kind} 1 ${updated}`;
  return `waymark-record 2 ${head} ${checksum([head, title, body])}\n${title}\n${body}`;
}

const made = new Map();
// [key, text] of so many records for this kind of page.
export function notes(kind, count) {
  const name = `${kind} ${count}`;
  if (!made.has(name)) made.set(name, kind === "app" ? app(count) : limit(count));
  return made.get(name);
}
function app(count) {
  return Array.from({ length: count }, (_, at) => {
    const body = JSON.stringify({ answers: { stake: { chosen: ["experienced"] }, setting: { chosen: ["meeting"] } }, lens: "raise" });
    return [`waymark.record.r${String(at).padStart(5, "0")}`, record("case", `Situation ${at}`, body, 1_760_000_000_000 + at)];
  });
}
function limit(count) {
  const index = Array.from({ length: count }, (_, at) => [`r${at}`, `Situation ${at}`]);
  const records = index.map(([id, text]) => [id, JSON.stringify({ v: 1, text, answers: { stake: "experienced", setting: "meeting" } })]);
  return [["index", JSON.stringify(index)], ["answers", "{}"], ...records];
}
