declare module "*.woff2?sfnt" {
  /** The font unpacked, base64; see vite.config.ts. */
  const base64: string;
  export default base64;
}

declare module "wawoff2" {
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}
