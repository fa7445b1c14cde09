import { readFileSync } from "node:fs";

/** What Chromium's own log of its network (--log-net-log) says; the log of one that was killed lacks its end. */
export interface NetLog {
  /** Events that were read. */
  readonly events: number;
  /** Addresses TCP was opened to. */
  readonly connected: readonly string[];
  /** Addresses bytes were sent to without a connection. */
  readonly sent: readonly string[];
  /** Names that were asked of a server. */
  readonly names: readonly string[];
}

interface Event {
  readonly type: number;
  readonly source: { readonly id: number };
  readonly params?: {
    readonly address?: string;
    readonly address_list?: readonly string[];
    readonly byte_count?: number;
    readonly host?: string;
    readonly hostname?: string;
  };
}

export function readNetLog(path: string): NetLog {
  const lines = readFileSync(path, "utf8").split("\n");
  const constants = /"logEventTypes":(\{[^}]*\})/.exec(lines.slice(0, 3).join("\n"))?.[1] ?? "{}";
  const types = JSON.parse(constants) as Record<string, number>;
  const events = lines.flatMap((line) => {
    if (!line.startsWith("{") || !line.includes('"source"')) return [];
    try {
      return [JSON.parse(line.replace(/\]?\}?,?\s*$/, (end) => (end.startsWith("}") ? "}" : ""))) as Event];
    } catch {
      return [];
    }
  });
  const of = (...names: string[]) =>
    events.filter(({ type }) => names.some((name) => types[name] !== undefined && types[name] === type));
  const addresses = (found: readonly Event[]) => [
    ...new Set(found.flatMap(({ params }) => params?.address ?? params?.address_list ?? [])),
  ];
  // A UDP socket is given an address first (this alone sends nothing: it asks the system for a route), then bytes.
  const talked = new Set(of("UDP_BYTES_SENT").map(({ source }) => source.id));
  const peers = of("UDP_CONNECT").filter(({ source }) => talked.has(source.id));
  return {
    events: events.length,
    connected: addresses(of("TCP_CONNECT_ATTEMPT", "TCP_CONNECT")),
    sent: [...new Set([...addresses(peers), ...addresses(of("UDP_BYTES_SENT"))])],
    names: [...new Set(of("HOST_RESOLVER_DNS_TASK", "HOST_RESOLVER_SYSTEM_TASK").flatMap(({ params }) => params?.hostname ?? params?.host ?? "unnamed"))], // prettier-ignore
  };
}
