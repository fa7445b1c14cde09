import type { Arguments, Bridge, CallName, Result } from "../../app/bridge/contract.ts";
import type { Range } from "../../app/model/analysis/shapes.ts";
import { range } from "../../app/model/analysis/range.ts";
import { workOn } from "../../app/model/analysis/request.ts";
import { complete } from "../../app/model/analysis/work.ts";
import { openCase, problemSentence } from "../../app/model/case/door.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import { type App, createApp, FIRST_SETTINGS } from "../state/app.ts";
import type { Look, ThemeChoice } from "../state/look.ts";
import { SHIPPED } from "../state/shipped.ts";
import { answerTo } from "../worker/compute.ts";
import type { Listener, ModelClient } from "../worker/client.ts";
import type { Answer } from "../worker/protocol.ts";
import { sentenceOf } from "../worker/queue.ts";

export interface Cases {
  readonly syria: Case;
  readonly egypt: Case;
  readonly saudi: Case;
}

/** The cases that the gallery draws, through the door. */
export async function readCases(): Promise<Cases> {
  const read = async (id: string): Promise<Case> => {
    const opened = openCase((await SHIPPED.find((one) => one.id === id)?.text()) ?? "");
    if (!opened.ok) throw new Error(problemSentence(opened.problem));
    return opened.case;
  };
  const [syria, egypt, saudi] = await Promise.all([
    read("russia-iran-syria"),
    read("soviet-egypt-1971"),
    read("us-saudi-1973"),
  ]);
  return { syria, egypt, saudi };
}

/** The case with a chance of the event per year that is the same whatever the pressure. */
export function withHazard(theCase: Case, perYear: number): Case {
  const flat = theCase.levels.map(
    () => perYear,
  ) as unknown as Case["outcome"]["event"]["hazardPerYear"]["article"];
  const { event } = theCase.outcome;
  return {
    ...theCase,
    outcome: {
      ...theCase.outcome,
      event: { ...event, hazardPerYear: { ...event.hazardPerYear, article: flat } },
    },
  };
}

const ranges = new Map<string, Range>();
const DRAWS = 400;
/** Many items show the same range: it is drawn once. */
export function rangeOf(theCase: Case, inputs: Inputs): Range {
  const key = JSON.stringify([theCase.title, theCase.outcome.event.hazardPerYear, inputs]);
  const found = ranges.get(key) ?? range(theCase, inputs, 1, DRAWS);
  ranges.set(key, found);
  return found;
}

/** The model on this thread, each answer one turn later. */
const client =
  (withRange: boolean) =>
  (listener: Listener): ModelClient => {
    let jobs = 0;
    let closed = false;
    const later = (job: number, give: () => void): number => {
      queueMicrotask(() => {
        if (closed) return;
        try {
          give();
        } catch (error) {
          listener.refused(sentenceOf(error), job);
        }
      });
      return job;
    };
    return {
      ask(theCase, inputs) {
        const job = ++jobs;
        return later(job, () => listener.answered(answerTo(theCase, inputs), job));
      },
      askRange(theCase, inputs) {
        const job = ++jobs;
        return withRange ? later(job, () => listener.ranged(rangeOf(theCase, inputs), true, job)) : job;
      },
      analyse(theCase, inputs, what, hear) {
        let isWanted = true;
        queueMicrotask(() => {
          if (closed || !isWanted) return;
          try {
            hear.finished(complete(workOn(theCase, inputs, what)));
          } catch (error) {
            hear.refused(sentenceOf(error));
          }
        });
        return () => (isWanted = false);
      },
      close: () => (closed = true),
    };
  };

const replies: { readonly [N in CallName]?: Result<N> } = {
  "app:info": { host: "browser", version: "0.1.0", platform: "gallery", folder: "/cases" },
  "recent:list": [{ handle: "a".repeat(16), name: "syria, second reading.entente", folder: "/cases" }],
};
/** A host that has nothing to say and keeps nothing. */
export const quietHost: Bridge = {
  call: async <N extends CallName>(name: N, ..._args: Arguments<N>) => replies[name] as Result<N>,
  on: () => () => undefined,
};

/** One state of the app: what is open and how it is looked at. */
export interface Scene {
  readonly case: Case;
  readonly look?: Partial<Look>;
  /** What was done since, one turn after another. */
  readonly then?: (app: App) => void;
  readonly withRange?: boolean;
}

export function appFor({ case: theCase, look = {}, then, withRange = true }: Scene, theme: ThemeChoice): App {
  const app = createApp({
    host: quietHost,
    connect: client(withRange),
    case: theCase,
    name: "gallery",
    settings: { ...FIRST_SETTINGS, theme, tourSeen: true },
  });
  app.look.setState(look);
  if (then) setTimeout(() => then(app));
  return app;
}

const answers = new Map<Case, Answer>();
/** The answer to a case as it ships. */
export function answerOf(theCase: Case): Answer {
  const found = answers.get(theCase) ?? answerTo(theCase, {});
  answers.set(theCase, found);
  return found;
}
