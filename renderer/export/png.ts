/** An SVG text as the bytes of a PNG that knows its own physical size. */

export interface PngSize {
  /** Pixels across and down. */
  readonly width: number;
  readonly height: number;
  /** Pixels per metre, for programs that place the picture at its size. */
  readonly perMetre: number;
}

/** Throws an Error with one sentence where the drawing cannot be shown or the picture is too large to hold. */
export async function svgToPng(svg: string, size: PngSize): Promise<Uint8Array<ArrayBuffer>> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = size.width;
    canvas.height = size.height;
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error(tooLarge(size));
    pen.drawImage(image, 0, 0, size.width, size.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new Error(tooLarge(size));
    return withDensity(new Uint8Array(await blob.arrayBuffer()), size.perMetre);
  } catch (error) {
    if (error instanceof DOMException)
      throw new Error("The picture could not be drawn; try SVG instead.", { cause: error });
    throw error;
  } finally {
    URL.revokeObjectURL(url);
  }
}

const tooLarge = ({ width, height }: PngSize) =>
  `A picture of ${width} × ${height} pixels is too large for this computer; choose a smaller size.`;

const SIGNATURE = 8;
const IHDR = 25; // length, type, 13 bytes of data, check sum

/** The same picture with a `pHYs` chunk after its header: pixels per metre in both directions. */
export function withDensity(png: Uint8Array, perMetre: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4); // "pHYs"
  view.setUint32(8, Math.round(perMetre));
  view.setUint32(12, Math.round(perMetre));
  chunk[16] = 1; // the unit is the metre
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const at = SIGNATURE + IHDR;
  const result = new Uint8Array(png.length + chunk.length);
  result.set(png.subarray(0, at));
  result.set(chunk, at);
  result.set(png.subarray(at), at + chunk.length);
  return result;
}

/** CRC-32 as PNG uses it (ISO 3309), over the type and the data of a chunk. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
