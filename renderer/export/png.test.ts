import { deflateSync } from "node:zlib";
import { crc32 as known } from "node:zlib";
import { expect, test } from "vitest";
import { pictureSize } from "./choice.ts";
import { crc32, withDensity } from "./png.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** One grey pixel, written by hand. */
function onePixel(): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([bytes(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(known(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0);
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Uint8Array.of(0, 128))),
    chunk("IEND", new Uint8Array()),
  ]);
}

test("the check sum is the one of the PNG specification", () => {
  expect(crc32(bytes("IEND"))).toBe(0xae426082);
  expect(crc32(bytes("123456789"))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});

test("the density is the second chunk, whole and with a right check sum; all else is as it was", () => {
  const before = onePixel();
  const after = withDensity(before, 11811);
  expect([...after.subarray(33, 54)]).toEqual([
    0, 0, 0, 9, 0x70, 0x48, 0x59, 0x73, 0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1, 0x78, 0xa5, 0x3f, 0x76,
  ]); // prettier-ignore
  expect(new DataView(after.buffer).getUint32(50)).toBe(known(after.subarray(37, 50)));
  expect([...after.subarray(0, 33), ...after.subarray(54)]).toEqual([...before]);
});

test("pixels, millimetres and density of a picture agree", () => {
  const page = pictureSize({ width: 640, height: 440 }, "page", "dpi300");
  expect(page).toEqual({ width: 1890, height: 1299, perMetre: 11811, mm: [160, 110] });
  const slide = pictureSize({ width: 960, height: 540 }, "slide", "double");
  expect(slide).toMatchObject({ width: 1920, height: 1080 });
});
