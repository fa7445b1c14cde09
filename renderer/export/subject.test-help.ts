import { RangeRun } from "../../app/model/analysis/range.ts";
import type { Case } from "../../app/model/case/types.ts";
import { shippedCase } from "../../app/model/shipped.test-help.ts";
import { answerTo } from "../worker/compute.ts";
import type { Subject } from "./subject.ts";
import type { Task } from "./task.ts";

/** A task that nobody waits for or stops. */
export const AT_ONCE: Task = { step: () => Promise.resolve() };

/** What a person would export of a case: its first scenario at its last horizon. */
export function subjectOf(
  theCase: Case = {
    ...shippedCase("russia-iran-syria"),
    marking: { text: "Draft", tlp: "TLP:AMBER+STRICT" },
  },
): Subject {
  const [scenario] = theCase.scenarios;
  const inputs = { ...scenario?.settings, view: 1 };
  const run = new RangeRun(theCase, inputs, 1);
  run.advance(200);
  return {
    case: theCase,
    scenario: scenario?.id ?? "",
    horizon: theCase.horizons.at(-1)?.id ?? "",
    inputs,
    viewName: "Article",
    answer: answerTo(theCase, inputs),
    range: run.result(),
    date: "2026-11-27",
    version: "1.2.3",
    seed: 1,
    workshop: null,
  };
}

/** The case with every text that people write replaced by one that other programs might run or trip over. */
export function hostile(theCase: Case, text: string): Case {
  const short = text;
  return {
    ...theCase,
    title: text,
    question: text,
    event: text,
    source: { ...theCase.source, title: text, author: text },
    marking: { text: text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, "").slice(0, 80), tlp: "TLP:RED" },
    factors: theCase.factors.map((factor) => ({ ...factor, label: text, short })),
    mechanisms: theCase.mechanisms.map((mechanism) => ({ ...mechanism, label: text, short })),
    horizons: theCase.horizons.map((horizon) => ({ ...horizon, label: text, phrase: text })),
    scenarios: theCase.scenarios.map((scenario) => ({ ...scenario, name: text, story: text })),
    claims: theCase.claims.map((claim) => ({ ...claim, text, saidBy: text })),
    outcome: {
      ...theCase.outcome,
      short,
      rungs: theCase.outcome.rungs.map((rung) => ({ ...rung, label: text, short, criteria: text })),
    },
    confidence: { level: "low", reasons: text },
  };
}
