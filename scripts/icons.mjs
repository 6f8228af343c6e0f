// node scripts/icons.mjs SHARP: the icons of public/ as pictures of few colours, since the manifest holds them and every visitor loads it:
// the ground, the ink, and two between them for the edge.
import { createRequire } from "node:module";

const sharp = createRequire(process.argv[2])("sharp");
const drawn = [
  ["icon.svg", 192, "icon-192.png"],
  ["icon.svg", 512, "icon-512.png"],
  ["icon-maskable.svg", 512, "icon-maskable-512.png"],
  // Apple's systems make the ground of an icon black where it is transparent, and cut its corners.
  ["icon-maskable.svg", 180, "apple-touch-icon.png"],
];
for (const [from, pixels, to] of drawn) {
  // Drawn at least as large as it will be, whatever size the SVG says of itself.
  const picture = sharp(`public/${from}`, { density: 2 * pixels }).resize(pixels, pixels);
  const { size } = await picture.png({ palette: true, colours: 4, dither: 0, compressionLevel: 9, effort: 10 }).toFile(`public/${to}`);
  console.log(`${to}: ${size} bytes`);
}
