// What the app is made of -> a CycloneDX 1.5 bill of materials (standard output): the crates in its modules, and those that only wrote
// some of their code while they were built (scope "excluded"). In: for each module the file with its cargo metadata, and its Cargo.lock;
// the first is the app, the others are modules that it loads.
import { readFileSync } from "node:fs";

const purl = ({ name, version }) => `pkg:cargo/${name}@${version}`;
const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

// The crates of one module by their purl: what each is, whether it is linked in, and what it uses.
function module(metadataFile, lockFile) {
  const metadata = JSON.parse(readFileSync(metadataFile, "utf8"));
  const sums = new Map(
    readFileSync(lockFile, "utf8").split("[[package]]").slice(1).map((entry) => {
      const field = (name) => entry.match(new RegExp(`^${name} = "(.*)"$`, "m"))?.[1];
      return [`${field("name")} ${field("version")}`, field("checksum")];
    }),
  );
  const packages = new Map(metadata.packages.map((one) => [one.id, one]));
  const nodes = new Map(metadata.resolve.nodes.map((one) => [one.id, one]));
  const macro = (id) => packages.get(id).targets.some((target) => target.kind.includes("proc-macro"));
  const uses = (id, kinds) => nodes.get(id).deps.filter((dep) => dep.dep_kinds.some(({ kind }) => kinds.includes(kind))).map((dep) => dep.pkg);
  const reached = (kinds, stop) => {
    const met = new Set();
    (function walk(id) {
      if (met.has(id) || stop(id)) return;
      met.add(id);
      uses(id, kinds).forEach(walk);
    })(metadata.resolve.root);
    return met;
  };
  // What is linked in; a macro, what it is made of and what a build script uses are not.
  const inside = reached([null], macro);
  const crates = [...reached([null, "build"], () => false)].map((id) => {
    const one = packages.get(id);
    return [purl(one), { one, sum: sums.get(`${one.name} ${one.version}`), linked: inside.has(id), uses: uses(id, [null, "build"]).map((dep) => purl(packages.get(dep))) }];
  });
  return { root: purl(packages.get(metadata.resolve.root)), crates: new Map(crates) };
}

const files = process.argv.slice(2);
const modules = files.flatMap((file, at) => (at % 2 ? [] : [module(file, files[at + 1])]));
const root = modules[0].root;
const crates = new Map();
for (const [name, crate] of modules.flatMap((one) => [...one.crates])) {
  const met = crates.get(name) ?? crate;
  crates.set(name, { ...met, linked: met.linked || crate.linked, uses: new Set([...met.uses, ...crate.uses]) });
}
for (const other of modules.slice(1)) crates.get(root).uses.add(other.root);

const licence = ({ license }) => (license ? { licenses: [{ expression: license.replaceAll("/", " OR ") }] } : {}); // Older manifests write "MIT/Apache-2.0".
const component = ([name, { one, sum, linked }]) => ({
  type: "library",
  "bom-ref": name,
  name: one.name,
  version: one.version,
  scope: linked ? "required" : "excluded",
  ...(sum && { hashes: [{ alg: "SHA-256", content: sum }] }),
  ...licence(one),
  purl: name,
  ...(one.repository && { externalReferences: [{ type: "vcs", url: one.repository }] }),
});
const app = crates.get(root).one;
const others = [...crates].filter(([name]) => name !== root).sort(([one], [other]) => compare(one, other));
const bom = {
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  version: 1,
  metadata: { component: { type: "application", "bom-ref": root, name: app.name, version: app.version, ...licence(app) } },
  components: others.map(component),
  dependencies: [[root, crates.get(root)], ...others].map(([ref, { uses }]) => ({ ref, dependsOn: [...uses].sort(compare) })),
};
process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`);
