// A picture of two colours, made as small as it can be: the manifest holds the icons, and every visitor loads it. Four steps from the one
// colour to the other, two bits each; of a large one, which is shown smaller or on the densest screens, the two colours alone.
// In: a PNG as Chromium takes it (eight bits a channel, not interlaced), how many pixels wide and high it has to be, where it goes.

import { readFileSync, writeFileSync } from "node:fs";
import { deflateSync, inflateSync } from "node:zlib";

const [from, pixels, to] = [process.argv[2], Number(process.argv[3]), process.argv[4]];
const BITS = pixels < 512 ? 2 : 1;
const LAST = 2 ** BITS - 1;

// The chunks of a PNG: their names and what is in them.
function* chunks(file) {
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    yield [file.toString("latin1", at + 4, at + 8), file.subarray(at + 8, at + 8 + length)];
    at += length + 12;
  }
}

// Which of the three is nearest to what they foretell: the fourth filter of PNG.
function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

// The pixels, four bytes each: red, green, blue, how opaque.
function read(file) {
  const head = [...chunks(file)].find(([name]) => name === "IHDR")[1];
  const [width, height, depth, kind] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9]];
  if (width !== pixels || height !== pixels) throw new Error(`${width} by ${height} pixels were drawn, not ${pixels} by ${pixels}`);
  const size = { 2: 3, 6: 4 }[kind];
  if (depth !== 8 || !size || head[12] !== 0) throw new Error("this is not a PNG as Chromium takes it");
  const raw = inflateSync(Buffer.concat([...chunks(file)].filter(([name]) => name === "IDAT").map(([, data]) => data)));
  const wide = width * size;
  const lines = Buffer.alloc(wide * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (wide + 1)];
    for (let x = 0; x < wide; x++) {
      const at = y * wide + x;
      const left = x >= size ? lines[at - size] : 0;
      const up = y > 0 ? lines[at - wide] : 0;
      const corner = x >= size && y > 0 ? lines[at - wide - size] : 0;
      const add = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      lines[at] = raw[y * (wide + 1) + 1 + x] + add;
    }
  }
  const all = [];
  for (let at = 0; at < lines.length; at += size) all.push([...lines.subarray(at, at + 3), size === 4 ? lines[at + 3] : 255]);
  return all;
}

// The ground, which is in the corner, and the other colour that there is most of.
function colours(all) {
  const ground = all[0];
  const counted = new Map();
  for (const pixel of all) if (String(pixel) !== String(ground)) counted.set(String(pixel), (counted.get(String(pixel)) ?? 0) + 1);
  const [[ink]] = [...counted].sort((one, other) => other[1] - one[1]);
  return [ground, ink.split(",").map(Number)];
}

// The sum behind each chunk (CRC-32); Node.js has it itself from 22 on.
function crc(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

const all = read(readFileSync(from));
const [ground, ink] = colours(all);
// Where the ground is transparent, its colour is nobody's: the edge is the ink, less opaque.
const under = ground[3] === 0 ? [...ink.slice(0, 3), 0] : ground;
const palette = Array.from({ length: LAST + 1 }, (_, step) => under.map((from, channel) => Math.round(from + ((ink[channel] - from) * step) / LAST)));
const widest = [0, 1, 2, 3].sort((one, other) => Math.abs(ink[other] - under[other]) - Math.abs(ink[one] - under[one]))[0];
const step = (pixel) => Math.min(LAST, Math.max(0, Math.round((LAST * (pixel[widest] - under[widest])) / (ink[widest] - under[widest]))));
// Each line begins with its filter, which is none.
const wide = Math.ceil((pixels * BITS) / 8) + 1;
const lines = Buffer.alloc(wide * pixels);
all.forEach((pixel, at) => {
  const [x, y] = [at % pixels, Math.floor(at / pixels)];
  const bit = x * BITS;
  lines[y * wide + 1 + (bit >> 3)] |= step(pixel) << (8 - BITS - (bit & 7));
});
const head = Buffer.alloc(13);
head.writeUInt32BE(pixels, 0);
head.writeUInt32BE(pixels, 4);
head.set([BITS, 3, 0, 0, 0], 8);
const parts = [
  Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
  chunk("IHDR", head),
  chunk("PLTE", Buffer.from(palette.flatMap((colour) => colour.slice(0, 3)))),
  ...(ground[3] === 255 ? [] : [chunk("tRNS", Buffer.from(palette.map((colour) => colour[3])))]),
  chunk("IDAT", deflateSync(lines, { level: 9, memLevel: 9 })),
  chunk("IEND", Buffer.alloc(0)),
];
writeFileSync(to, Buffer.concat(parts));
