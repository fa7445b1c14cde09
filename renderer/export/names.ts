export interface NameParts {
  readonly case: string;
  readonly chart: string;
  readonly horizon: string;
  readonly scenario: string;
}

const LONGEST = 120;
/** Names that Windows keeps for devices, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** "Russia and Iran in Syria" → "russia-and-iran-in-syria": letters and figures of any script, nothing else. */
export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** What a bundle calls its case. */
export const caseFile = (title: string): string => `${slug(title).slice(0, 60) || "case"}.entente`;

/** A file name that every system takes, e.g. "russia-iran-syria by-horizon long-run baseline.png". */
export function fileName(parts: NameParts, extension: string): string {
  const stem = [parts.case, parts.chart, parts.horizon, parts.scenario].map(slug).filter(Boolean).join(" ");
  const cut = [...stem].slice(0, LONGEST).join("").trim().replace(/-+$/, "") || "chart";
  return `${RESERVED.test(cut) ? `${cut}-` : cut}.${extension}`;
}
