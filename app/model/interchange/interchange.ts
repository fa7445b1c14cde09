import type { Network } from "../network/network.ts";
import { readBif, writeBif } from "./bif.ts";
import { readCmpx } from "./cmpx.ts";
import { writeCmpx } from "./cmpx-write.ts";
import { readNet, writeNet } from "./net.ts";
import { MOST_CHARACTERS, Refused, refuse } from "./refusal.ts";
import { writeUai } from "./uai.ts";
import { readXdsl, writeXdsl } from "./xdsl.ts";
import { readXmlBif, writeXmlBif } from "./xmlbif.ts";

export type Format = "bif" | "xmlbif" | "net" | "xdsl" | "cmpx" | "uai";

interface Codec {
  /** What people call it. */
  readonly label: string;
  /** How its files' names end, without the dot, the usual ending first. */
  readonly endings: readonly string[];
  /** UAI files hold no names of variables or states, so they are only written. */
  readonly reads: boolean;
  /** What a file of it holds of a network, and what it does not. */
  readonly holds: string;
}

export const FORMATS: Readonly<Record<Format, Codec>> = {
  bif: {
    label: "BIF",
    endings: ["bif"],
    reads: true,
    holds: "tables and names; no places on the map, no rules",
  },
  xmlbif: {
    label: "XMLBIF",
    endings: ["xmlbif", "bifxml", "xml"],
    reads: true,
    holds: "tables, names and places; no rules",
  },
  net: { label: "Hugin .net", endings: ["net"], reads: true, holds: "tables, names and places; no rules" },
  xdsl: { label: "GeNIe .xdsl", endings: ["xdsl"], reads: true, holds: "tables, names and places; no rules" },
  cmpx: {
    label: "AgenaRisk .cmpx",
    endings: ["cmpx"],
    reads: true,
    holds: "tables, names and rules; no places",
  },
  uai: {
    label: "UAI",
    endings: ["uai"],
    reads: false,
    holds: "numbers only, without any name; cannot be opened again here",
  },
};

const READERS: Readonly<Record<Format, (text: string) => Network>> = {
  bif: readBif,
  xmlbif: readXmlBif,
  net: readNet,
  xdsl: readXdsl,
  cmpx: readCmpx,
  uai: () =>
    refuse(
      "UAI files hold no names of variables or states and are only written; choose the network in another format.",
    ),
};

const WRITERS: Readonly<Record<Format, (network: Network) => string>> = {
  bif: writeBif,
  xmlbif: writeXmlBif,
  net: writeNet,
  xdsl: writeXdsl,
  cmpx: writeCmpx,
  uai: writeUai,
};

/** The format a file's name ends in, in whatever case; null for any other ending. */
export function formatOf(fileName: string): Format | null {
  const ending = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase();
  const formats = Object.keys(FORMATS) as Format[];
  return formats.find((format) => ending !== undefined && FORMATS[format].endings.includes(ending)) ?? null;
}

/**
 * Reads a network. Rows off by at most ROW_TOLERANCE are normalised, which `notes` says; whatever is wrong with a
 * file comes back as one sentence with its place. Never throws.
 */
export function readNetwork(
  text: string,
  format: Format,
): { readonly ok: true; readonly network: Network } | { readonly ok: false; readonly sentence: string } {
  try {
    if (text.length > MOST_CHARACTERS)
      refuse(
        `The file holds ${text.length} characters and a network may hold ${MOST_CHARACTERS}; split the network.`,
      );
    return { ok: true, network: READERS[format](text) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, sentence: error.message };
    throw error;
  }
}

/**
 * Writes a network with every number at full precision: read again, its tables are the same to the last bit. What
 * only some formats can hold (ranked expressions: cmpx; positions: xmlbif, net, xdsl; labels beside ids: net, xdsl,
 * cmpx) is left out of the others.
 */
export function writeNetwork(network: Network, format: Format): string {
  return WRITERS[format](network);
}
