import type { NetworkCase } from "../../app/model/case/network-case.ts";
import { type Case, LEVELS } from "../../app/model/case/types.ts";

const made = new WeakMap<NetworkCase, Case>();

/**
 * A network as the shell sees it, which knows cases: its title and marking, and an argument without any part. No
 * other case is without rungs, so that screens can tell.
 */
export function placeholder(network: NetworkCase): Case {
  const known = made.get(network);
  if (known) return known;
  const { id, title, version, marking } = network;
  const empty: Case = {
    format: "entente-case",
    version,
    id,
    title,
    ...(marking && { marking }),
    question: "",
    event: "",
    partners: [],
    asOf: "",
    source: { title: "", author: "", publisher: "", note: "" },
    levels: LEVELS.map((level) => ({ id: level, label: level })),
    horizons: [],
    factors: [],
    mechanisms: [],
    outcome: {
      short: "",
      rungs: [],
      event: { of: "", hazardPerYear: { article: [], outside: [] } },
      happened: [],
      notHappened: [],
    },
    indicators: [],
    links: [],
    tour: [],
    scenarios: [],
    claims: [],
    dateConflicts: [],
    hedges: [],
  };
  made.set(network, empty);
  return empty;
}

/** Whether a case is only a network's stand-in. */
export const isPlaceholder = ({ outcome }: Case): boolean => outcome.rungs.length === 0;
