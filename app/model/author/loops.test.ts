import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallCase } from "../answer/random.test-help.ts";
import { openCase, saveCase } from "../case/door.ts";
import { withPushAdded } from "../case/rules.ts";
import { causesOf } from "../case/structure.ts";
import type { Case, Mechanism, Rule } from "../case/types.ts";
import { tryAuthorEdit } from "./edits.ts";
import { openingsOf } from "./loops.ts";
import { inParts } from "./parts-of-rule.ts";
import { templateCase } from "./start.ts";

const template = templateCase();
const of = (theCase: Case, id: string) => theCase.mechanisms.find((one) => one.id === id) as Mechanism;
const level = (node: string) => ({ strength: 0.3, of: [{ gate: "level" as const, node }] });

function asked(theCase: Case, mechanism: string, rule: Rule) {
  const edit = { edit: "setRule", mechanism, rule } as const;
  const done = tryAuthorEdit(theCase, edit);
  if (done.ok || done.circle === undefined) throw new Error("That closes no circle.");
  return { edit, circle: done.circle, openings: openingsOf(theCase, edit, done.circle) };
}

describe("what would close a circle", () => {
  const back = () => withPushAdded(of(template, "grievance").rule, level("quarrels"));

  it("can be done in one step without the arrow that leads back", () => {
    const { circle, openings } = asked(template, "grievance", back());
    expect(circle).toEqual(["quarrels", "grievance"]);
    expect(openings.map(({ label }) => label)).toEqual(["Take away Grievance → Quarrels"]);
    const done = tryAuthorEdit(template, openings[0]!.edit);
    if (!done.ok) throw new Error(done.sentence);
    expect(of(done.case, "grievance").rule).toEqual(back());
    expect(causesOf(of(done.case, "quarrels"))).toEqual(["aimsOpen", "discretion"]);
    expect(done.case.links.some(({ from, to }) => from === "grievance" && to === "quarrels")).toBe(false);
  });

  it("offers every arrow round the circle, and with it those of other ways round", () => {
    const rule = withPushAdded(of(template, "grievance").rule, level("pressure"));
    // From grievance to pressure leads one arrow, and a way through quarrels.
    const { openings } = asked(template, "grievance", rule);
    expect(openings.map(({ label }) => label)).toEqual([
      "Take away Grievance → Pressure to break and Quarrels → Pressure to break",
    ]);
  });

  it("is also the cause by whose level a rule would differ", () => {
    const { rule } = of(template, "grievance");
    if (rule.kind === "partitioned") throw new Error("It is in parts already.");
    const { edit, openings } = asked(template, "grievance", inParts(rule, "quarrels", false));
    const done = tryAuthorEdit(template, openings[0]!.edit);
    expect(done.ok && of(done.case, "grievance").rule).toEqual(edit.rule);
  });

  it("can be done after any opening, in any case", () => {
    fc.assert(
      fc.property(smallCase, fc.nat(9), fc.nat(9), (given, i, j) => {
        const opened = openCase(saveCase({ ...given, scenarios: [], links: [], tour: [], claims: [] }));
        if (!opened.ok) return;
        const theCase = opened.case;
        const [from, to] = [i, j].map((n) => theCase.mechanisms[n % theCase.mechanisms.length]!);
        const rule = withPushAdded(to!.rule, level(from!.id));
        const edit = { edit: "setRule", mechanism: to!.id, rule } as const;
        const done = tryAuthorEdit(theCase, edit);
        if (done.ok) return;
        const openings = openingsOf(theCase, edit, done.circle ?? []);
        // What would be its own cause has no other arrow to give up.
        expect(openings.length > 0).toBe(from !== to);
        for (const opening of openings) {
          const next = tryAuthorEdit(theCase, opening.edit);
          if (!next.ok) throw new Error(next.sentence);
          expect(of(next.case, to!.id).rule).toEqual(rule);
          for (const arrow of opening.arrows)
            expect(causesOf(of(next.case, arrow.to))).not.toContain(arrow.from);
        }
      }),
      { numRuns: 60 },
    );
  });
});
