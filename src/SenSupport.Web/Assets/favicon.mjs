// The mark (a ring of four parts, the third in marigold: now) as a 32 by 32 icon file, for browsers that ask for /favicon.ico.
import { deflateSync } from "node:zlib";

const size = 32;
const pine = [0x16, 0x45, 0x4e];
const white = [0xff, 0xff, 0xff];
const marigold = [0xff, 0xc8, 0x3d];

/** The colour and opacity of the mark at a point of the 32 by 32 square. */
function sample(x, y) {
  const [dx, dy] = [x - 16, y - 16];
  const corner = Math.hypot(Math.max(Math.abs(dx) - 10, 0), Math.max(Math.abs(dy) - 10, 0));
  if (corner > 6) return [...pine, 0];
  const radius = Math.hypot(dx, dy);
  const inGap = Math.min(Math.abs(dx), Math.abs(dy)) < 1.2;
  if (inGap || radius < 8 || radius > 12) return [...pine, 255];
  return [...(dx > 0 && dy > 0 ? marigold : white), 255];
}

/** One pixel: the mean of 16 points, so that curves have soft edges. */
function pixel(column, row) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < 16; i++)
    sample(column + ((i % 4) + 0.5) / 4, row + (Math.floor(i / 4) + 0.5) / 4).forEach((value, channel) => (sum[channel] += value / 16));
  return sum.map(Math.round);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(checksum(body), body.length + 4);
  return framed;
}

function checksum(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** The bytes of the icon file: a directory of one entry, then a PNG image. */
export function favicon() {
  const rows = Array.from({ length: size }, (_, row) => [0, ...Array.from({ length: size }, (_, column) => pixel(column, row)).flat()]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from(rows.flat()))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  const directory = Buffer.alloc(22);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(1, 4);
  directory.set([size, size, 0, 0, 1, 0, 32, 0], 6);
  directory.writeUInt32LE(png.length, 14);
  directory.writeUInt32LE(directory.length, 18);
  return Buffer.concat([directory, png]);
}
