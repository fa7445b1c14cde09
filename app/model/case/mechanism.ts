import type { Gate, Mechanism, Push, Rule } from "./types.ts";
import { above0, at, entries, type Field, items, keep, number, oneOf } from "./read.ts";
import { checkIntegration, PLACES, readDescribed } from "./factor.ts";
import { flag } from "./text.ts";
import { type Names, reference } from "./names.ts";

export function readMechanism(field: Field, names: Names): Mechanism {
  checkIntegration(field);
  return keep<Mechanism>(entries(field, PLACES), {
    ...readDescribed(field),
    spread: above0(at(field, "spread")),
    rule: readRule(at(field, "rule"), names),
    detail: flag(at(field, "detail")),
  });
}

function readRule(field: Field, names: Names): Rule {
  const own = entries(field);
  const kind = oneOf(at(field, "kind"), ["sum", "anyOf"]);
  const pushes = items(at(field, "pushes")).map((push) => readPush(push, names));
  return kind === "sum"
    ? keep<Rule>(own, { kind, base: number(at(field, "base")), pushes })
    : keep<Rule>(own, { kind, pushes });
}

function readPush(field: Field, names: Names): Push {
  return keep<Push>(entries(field), {
    strength: number(at(field, "strength")),
    ...readWeightOf(field, names),
    of: items(at(field, "of")).map((gate) => readGate(gate, names)),
  });
}

function readGate(field: Field, names: Names): Gate {
  const own = entries(field);
  const of = {
    node: reference(at(field, "node"), names, "factor", "mechanism"),
    ...readWeightOf(field, names),
  };
  const gate = oneOf(at(field, "gate"), ["level", "opens", "needs", "damps"]);
  switch (gate) {
    case "level":
      return keep<Gate>(own, { gate, ...of });
    case "opens":
      return keep<Gate>(own, { gate, ...of, closed: number(at(field, "closed")) });
    case "needs": {
      const none = number(at(field, "none"));
      const full = number(at(field, "full"), `a number above none (${none})`, (x) => x > none);
      return keep<Gate>(own, { gate, ...of, none, full });
    }
    case "damps":
      return keep<Gate>(own, { gate, ...of, depth: number(at(field, "depth")) });
    default:
      return gate satisfies never;
  }
}

/** The factor whose weight scales a push or a gate; null and nothing mean none. */
function readWeightOf(field: Field, names: Names): { weightOf?: string | null } {
  const weightOf = at(field, "weightOf");
  if (weightOf.value === undefined) return {};
  return { weightOf: weightOf.value === null ? null : reference(weightOf, names, "factor") };
}
