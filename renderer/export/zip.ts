import { type Zippable, zipSync } from "fflate";

/**
 * Files as a ZIP archive. It is dated by the day alone: the same files are the same bytes at whatever hour and place
 * they are packed, and nobody learns the hour.
 * @param date year-month-day
 */
export const zipped = (files: Zippable, date: string): Uint8Array<ArrayBuffer> =>
  // Noon where the program runs: ZIP knows local times only, and of some days some places leave out midnight.
  new Uint8Array(zipSync(files, { mtime: `${date}T12:00:00` }));
