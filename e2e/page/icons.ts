/** Pictures of one icon: PNG by its width in pixels. */
export type Drawn = ReadonlyMap<number, Buffer>;

/** Windows reads 256 pixels as 0, and larger ones not at all. */
const LARGEST = 256;

/** An .ico file whose pictures are PNG (Windows Vista and later). */
export function icoOf(drawn: Drawn): Buffer {
  const pictures = [...drawn].filter(([size]) => size <= LARGEST);
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let at = head.length;
  pictures.forEach(([size, png], i) => {
    const entry = 6 + 16 * i;
    head.writeUInt8(size % LARGEST, entry);
    head.writeUInt8(size % LARGEST, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += png.length;
  });
  return Buffer.concat([head, ...pictures.map(([, png]) => png)]);
}

/** Types of the pictures in an .icns file that may be PNG, by width. */
const TYPES: readonly (readonly [type: string, size: number])[] = [
  ["icp4", 16], ["icp5", 32], ["icp6", 64], ["ic07", 128], ["ic08", 256], ["ic09", 512], ["ic10", 1024],
  ["ic11", 32], ["ic12", 64], ["ic13", 256], ["ic14", 512],
]; // prettier-ignore

/** An .icns file (Mac OS X 10.7 and later), every size once plain and where there is one for dense displays. */
export function icnsOf(drawn: Drawn): Buffer {
  const parts = TYPES.flatMap(([type, size]) => {
    const png = drawn.get(size);
    if (!png) return [];
    const head = Buffer.alloc(8);
    head.write(type, 0, "latin1");
    head.writeUInt32BE(8 + png.length, 4);
    return [head, png];
  });
  const head = Buffer.alloc(8);
  head.write("icns", 0, "latin1");
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}
