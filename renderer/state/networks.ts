import { createStore } from "zustand/vanilla";
import type { CaseVariable, NetworkCase } from "../../app/model/case/network-case.ts";
import { evidenceOf, networkOf } from "../../app/model/interchange/network-case.ts";
import type { Network } from "../../app/model/network/network.ts";
import type { ConnectNetwork } from "../worker/network/client.ts";
import type { NetworkAnswer, NetworkReply } from "../worker/network/protocol.ts";

export interface NetworkState {
  /** The newest answer with the case it is about; stays while findings are impossible or not worked out yet. */
  readonly now: { readonly case: NetworkCase; readonly answer: NetworkAnswer } | null;
  /** How much each variable would tell about the question, by id; null until it is known. */
  readonly tells: Readonly<Record<string, number>> | null;
  /** Findings that cannot hold together, by id. */
  readonly impossible: { readonly sentence: string; readonly conflict: readonly string[] } | null;
  /** Why there is no answer. */
  readonly refused: string | null;
  /** A question is being worked on. */
  readonly busy: boolean;
}

const NOTHING: NetworkState = { now: null, tells: null, impossible: null, refused: null, busy: false };

/** Keeps the newest answer about the open network. */
export function createNetworks(connect: ConnectNetwork) {
  const store = createStore<NetworkState>(() => NOTHING);
  let asked: { readonly job: number; readonly case: NetworkCase } | null = null;
  /** The computable form of the tables; findings and question leave it as it is. */
  let made: { readonly of: readonly CaseVariable[]; readonly network: Network } | null = null;

  const idsOf = ({ network }: NetworkCase): readonly string[] => network.variables.map(({ id }) => id);
  const client = connect((reply: NetworkReply) => {
    if (!asked || reply.job !== asked.job) return;
    const theCase = asked.case;
    const ids = idsOf(theCase);
    switch (reply.kind) {
      case "answer":
        store.setState({
          now: { case: theCase, answer: reply.answer },
          impossible: null,
          refused: null,
          busy: false,
        });
        break;
      case "tells":
        store.setState({ tells: Object.fromEntries(reply.tells.map((tell, v) => [ids[v] ?? "", tell])) });
        break;
      case "impossible":
        store.setState({
          impossible: {
            sentence: reply.sentence,
            conflict: reply.conflict.map((v) => ids[v] ?? ""),
          },
          refused: null,
          busy: false,
        });
        break;
      case "refused":
        store.setState({ refused: reply.sentence, impossible: null, busy: false });
        break;
      default:
        reply satisfies never;
    }
  });
  return {
    ...store,
    ask(theCase: NetworkCase): void {
      const { variables, target } = theCase.network;
      if (made?.of !== variables) made = { of: variables, network: networkOf(theCase) };
      const job = client.ask(made.network, {
        evidence: [...evidenceOf(theCase.network)],
        target: variables.findIndex(({ id }) => id === target.variable),
      });
      asked = { job, case: theCase };
      store.setState({ busy: true, tells: null });
    },
    /** Gives up the question being worked on. */
    stop(): void {
      client.stop();
      store.setState({
        busy: false,
        refused: "Stopped before the answer was worked out; change a finding to ask again.",
      });
    },
    /** Another document: nothing of the old one stays. */
    forget(): void {
      if (asked) client.stop();
      asked = null;
      made = null;
      store.setState(NOTHING);
    },
    close: () => client.close(),
  };
}

export type Networks = ReturnType<typeof createNetworks>;
