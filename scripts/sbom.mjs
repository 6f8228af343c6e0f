// cargo metadata (standard input) and Cargo.lock -> a CycloneDX 1.5 bill of materials (standard output): the crates in the app, and
// those that only wrote some of its code while it was built (scope "excluded").
import { readFileSync } from "node:fs";

const metadata = JSON.parse(readFileSync(0, "utf8"));
const lock = readFileSync(process.argv[2], "utf8");
const sums = new Map(
  lock.split("[[package]]").slice(1).map((entry) => {
    const field = (name) => entry.match(new RegExp(`^${name} = "(.*)"$`, "m"))?.[1];
    return [`${field("name")} ${field("version")}`, field("checksum")];
  }),
);
const packages = new Map(metadata.packages.map((one) => [one.id, one]));
const nodes = new Map(metadata.resolve.nodes.map((one) => [one.id, one]));
const root = metadata.resolve.root;
const macro = (id) => packages.get(id).targets.some((target) => target.kind.includes("proc-macro"));
const uses = (id, kinds) => nodes.get(id).deps.filter((dep) => dep.dep_kinds.some(({ kind }) => kinds.includes(kind))).map((dep) => dep.pkg);

// What is linked into the app; a macro, what it is made of and what a build script uses are not.
const inside = new Set();
(function walk(id) {
  if (inside.has(id) || macro(id)) return;
  inside.add(id);
  uses(id, [null]).forEach(walk);
})(root);
const all = new Set();
(function walk(id) {
  if (all.has(id)) return;
  all.add(id);
  uses(id, [null, "build"]).forEach(walk);
})(root);

const purl = ({ name, version }) => `pkg:cargo/${name}@${version}`;
const ordered = (list) => [...list].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
const component = (id) => {
  const one = packages.get(id);
  const sum = sums.get(`${one.name} ${one.version}`);
  return {
    type: "library",
    "bom-ref": purl(one),
    name: one.name,
    version: one.version,
    scope: inside.has(id) ? "required" : "excluded",
    ...(sum && { hashes: [{ alg: "SHA-256", content: sum }] }),
    // Older manifests write "MIT/Apache-2.0".
    ...(one.license && { licenses: [{ expression: one.license.replaceAll("/", " OR ") }] }),
    purl: purl(one),
    ...(one.repository && { externalReferences: [{ type: "vcs", url: one.repository }] }),
  };
};
const others = ordered([...all].filter((id) => id !== root).map((id) => [purl(packages.get(id)), id].join("\0"))).map((pair) => pair.split("\0")[1]);
const app = packages.get(root);
const bom = {
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  version: 1,
  metadata: {
    component: { type: "application", "bom-ref": purl(app), name: app.name, version: app.version, licenses: [{ expression: app.license }] },
  },
  components: others.map(component),
  dependencies: [root, ...others].map((id) => ({
    ref: purl(packages.get(id)),
    dependsOn: ordered(new Set(uses(id, [null, "build"]).map((dep) => purl(packages.get(dep))))),
  })),
};
process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`);
