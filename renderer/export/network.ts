import { networkOfCase } from "../../app/model/interchange/case-network.ts";
import { type Format, writeNetwork } from "../../app/model/interchange/interchange.ts";
import type { Network } from "../../app/model/network/network.ts";
import { marked, type Subject } from "./subject.ts";

/** The case as it stands on screen, one period of it, as a network that bears its marking in its name. */
export function networkOfSubject(subject: Subject): Network {
  const network = networkOfCase(subject.case, subject.inputs, subject.horizon);
  const line = marked(subject);
  return line === null ? network : { ...network, name: `${line} · ${network.name}` };
}

/** The same as a file of another program. */
export const networkFile = (subject: Subject, format: Format): string =>
  writeNetwork(networkOfSubject(subject), format);
