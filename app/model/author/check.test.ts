import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallCase } from "../answer/random.test-help.ts";
import { openCase, saveCase } from "../case/door.ts";
import { withPushAdded } from "../case/rules.ts";
import { causesOf } from "../case/structure.ts";
import type { Case, Mechanism } from "../case/types.ts";
import { SHIPPED, shippedCase } from "../shipped.test-help.ts";
import { checkCase, closesLoop, type Finding } from "./check.ts";
import { type AuthorEdit, tryAuthorEdit } from "./edits.ts";
import { authorEdits } from "./edits.test-help.ts";
import { blankCase, templateCase } from "./start.ts";

const done = (theCase: Case, ...edits: readonly AuthorEdit[]): Case =>
  edits.reduce((so, edit) => {
    const next = tryAuthorEdit(so, edit);
    if (!next.ok) throw new Error(next.sentence);
    return next.case;
  }, theCase);

const named = ({ kind, about }: Finding) => `${kind} ${about.join()}`;
const kinds = (theCase: Case) => checkCase(theCase).map(named);

/** Every fix can be done, and takes away what it is a fix of. */
function expectCured(theCase: Case, finding: Finding): void {
  for (const { edit, label } of finding.fixes) {
    const next = tryAuthorEdit(theCase, edit);
    expect(next.ok ? "" : `${named(finding)}, ${label}: ${next.sentence}`).toBe("");
    if (next.ok) expect(kinds(next.case), `${named(finding)}: ${label}`).not.toContain(named(finding));
  }
}

const template = templateCase();
const of = (theCase: Case, id: string) => theCase.mechanisms.find((one) => one.id === id) as Mechanism;
const grievance = of(template, "grievance");

describe("what ships", () => {
  it.each(SHIPPED)("$name has nothing grave", ({ name }) => {
    const found = checkCase(shippedCase(name));
    expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
    for (const finding of found) expectCured(shippedCase(name), finding);
  });

  it("the template and a blank case have nothing but a missing text", () => {
    expect(kinds(template)).toEqual(["noText "]);
    expect(kinds(blankCase())).toEqual(["noText "]);
  });
});

describe("finds, and mends,", () => {
  const cases: readonly (readonly [string, Case])[] = [
    ["noEffect extra", done(template, { edit: "addFactor", id: "extra", factor: { label: "Extra" } })],
    ["noEffect aside", done(template, { edit: "addMechanism", id: "aside", mechanism: { label: "Aside" } })],
    ["noCause aside", done(template, { edit: "addMechanism", id: "aside", mechanism: { label: "Aside" } })],
    [
      "outcomeWithoutCause outcome,pressure",
      done(template, {
        edit: "setRule",
        mechanism: "pressure",
        rule: { kind: "sum", base: 0.4, pushes: [] },
      }),
    ],
    [
      "tooManyCauses grievance",
      done(template, {
        edit: "setRule",
        mechanism: "grievance",
        rule: {
          kind: "sum",
          base: 0,
          pushes: template.factors.map(({ id }) => ({
            strength: 0.2,
            weightOf: id,
            of: [{ gate: "level", node: id }],
          })),
        },
      }),
    ],
    [
      "weightUnread exchange",
      done(template, {
        edit: "setRule",
        mechanism: "need",
        rule: {
          kind: "sum",
          base: 0.3,
          pushes: [{ strength: 0.6, of: [{ gate: "level", node: "exchange" }] }],
        },
      }),
    ],
    [
      "ratesFall outcome",
      done(template, {
        edit: "setOutcome",
        outcome: {
          ...template.outcome,
          event: {
            ...template.outcome.event,
            hazardPerYear: { ...template.outcome.event.hazardPerYear, article: [0.2, 0.1, 0.05, 0.3, 0.4] },
          },
        },
      }),
    ],
    [
      "sameName exchange",
      done(template, { edit: "changeFactor", factor: "exchange", to: { short: "Incidents" } }),
    ],
    [
      "horizonWithoutUnit long",
      done(template, {
        edit: "setHorizons",
        horizons: template.horizons.map((one) => (one.id === "long" ? { ...one, phrase: one.label } : one)),
      }),
    ],
    [
      "horizonSaysOther long",
      done(template, {
        edit: "setHorizons",
        horizons: template.horizons.filter(({ id }) => id !== "medium"),
      }),
    ],
    ["placeholder firstFactor", done(blankCase(), { edit: "addFactor", id: "b", factor: { label: "B" } })],
    [
      "noSource aims",
      done(template, { edit: "changeFactor", factor: "incidents", to: { paragraphs: ["P1"] } }),
    ],
    [
      "unknownParagraph aims",
      done(
        template,
        { edit: "setParagraphs", paragraphs: [{ id: "P1", text: "It is so." }] },
        { edit: "changeFactor", factor: "aims", to: { paragraphs: ["P1", "P9"] } },
      ),
    ],
    [
      "insensitive aims",
      done(template, {
        edit: "setRule",
        mechanism: "aimsOpen",
        rule: {
          kind: "sum",
          base: 0.3,
          pushes: [{ strength: 0.002, weightOf: "aims", of: [{ gate: "level", node: "aims" }] }],
        },
      }),
    ],
    [
      "unreachableRung outcome,full",
      done(template, {
        edit: "setOutcome",
        outcome: {
          ...template.outcome,
          happened: [{ rung: "full", of: "need", p: [0, 0, 0, 0, 0] }, { rung: "limited" }],
        },
      }),
    ],
    [
      "unreachableRung outcome,limited",
      done(template, {
        edit: "setOutcome",
        outcome: {
          ...template.outcome,
          happened: [{ rung: "full", of: "need", p: [1, 1, 1, 1, 1] }, { rung: "limited" }],
        },
      }),
    ],
    ["ceiling outcome", withRates([0.001, 0.002, 0.004, 0.01, 0.02])],
    ["certain outcome", withRates([0.4, 0.5, 0.6, 0.7, 0.9])],
    ["almostImpossible outcome", withRates([1e-6, 2e-6, 3e-6, 4e-6, 5e-6])],
    [
      "statementBroken s",
      done(template, {
        edit: "putStatement",
        statement: {
          id: "s",
          text: "No",
          kind: "monotone",
          factor: "aims",
          input: "level",
          direction: "down",
          q: "break",
          h: "all",
        },
      }),
    ],
    ["claimWithoutSource C1", done(template, { edit: "putClaim", claim: claim("C1") })],
    [
      "unknownClaim grievance,pressure",
      done(
        template,
        { edit: "putClaim", claim: { ...claim("C1"), paragraph: "P1" } },
        { edit: "setArrow", from: "grievance", to: "pressure", claims: ["C1", "C7"] },
      ),
    ],
  ];

  it.each(cases)("%s", (kind, theCase) => {
    const finding = checkCase(theCase).find((one) => named(one) === kind);
    expect(finding, kinds(theCase).join("; ")).toBeDefined();
    expect(finding!.text).toMatch(/^[“A-Z].*[.]$/);
    expect(finding!.text).not.toContain("undefined");
    expect(finding!.fixes.length).toBeGreaterThan(0);
    expectCured(theCase, finding!);
  });

  it("with anything an author may have done, fixes that can be done and that cure", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), (seeds) => {
        const theCase = seeds.reduce((so, seed) => {
          const next = tryAuthorEdit(so, authorEdits(so, seed));
          return next.ok ? next.case : so;
        }, template);
        for (const finding of checkCase(theCase)) expectCured(theCase, finding);
      }),
      { numRuns: 12 },
    );
  });
});

function withRates(article: readonly number[]): Case {
  const { outcome } = template;
  return done(template, {
    edit: "setOutcome",
    outcome: {
      ...outcome,
      event: { ...outcome.event, hazardPerYear: { ...outcome.event.hazardPerYear, article } },
    },
  });
}

function claim(id: string): Case["claims"][number] {
  return {
    id,
    paragraph: "",
    text: "They quarrel.",
    saidBy: "",
    date: "",
    type: "",
    firmness: "",
    towardsBreak: "+",
    horizon: "all",
    about: [],
  };
}

describe("a mechanism without a source", () => {
  const paragraphs = (id: string, of: readonly string[]): AuthorEdit => ({
    edit: "changeFactor",
    factor: id,
    to: { paragraphs: of },
  });
  const fixesOf = (theCase: Case, id: string) =>
    checkCase(theCase)
      .find(({ kind, about }) => kind === "noSource" && about.includes(id))
      ?.fixes.map(({ label }) => label);
  const text: AuthorEdit = {
    edit: "setParagraphs",
    paragraphs: Array.from({ length: 12 }, (_, i) => ({ id: `P${i + 1}`, text: "So." })),
  };

  it("can take those of its causes, in the order of the text", () => {
    const [one, other] = causesOf(grievance);
    const theCase = done(template, text, paragraphs(one!, ["P12", "P9"]), paragraphs(other!, ["P10", "P9"]));
    expect(fixesOf(theCase, "grievance")).toEqual([
      "Link P9, P10, P12, from its causes",
      "Mark it as beyond the text",
    ]);
  });

  it("is not called beyond the text where the outcome hangs on it, for then nothing of the text is left to ask", () => {
    const theCase = done(template, text, paragraphs("aims", ["P1"]));
    expect(fixesOf(theCase, "pressure")).toEqual([]);
  });
});

describe("a loop", () => {
  it("is foretold by the way back, and the edit that would close it is refused", () => {
    expect(closesLoop(template, "pressure", "grievance")).toEqual(["grievance", "pressure"]);
    expect(closesLoop(template, "grievance", "pressure")).toBeNull();
    expect(closesLoop(template, "pressure", "pressure")).toEqual(["pressure"]);
    const loop = tryAuthorEdit(template, {
      edit: "setRule",
      mechanism: "grievance",
      rule: { kind: "anyOf", pushes: [{ strength: 1, of: [{ gate: "level", node: "quarrels" }] }] },
    });
    expect(loop.ok ? "" : loop.sentence).toBe(
      "Causes must not run in a circle, and these would: “Quarrels” → “Grievance” → “Quarrels”; take one of these arrows away first.",
    );
  });

  it("is foretold exactly where the door would refuse it", () => {
    fc.assert(
      fc.property(smallCase, fc.nat(9), fc.nat(9), (given, i, j) => {
        const opened = openCase(saveCase({ ...given, scenarios: [], links: [], tour: [], claims: [] }));
        if (!opened.ok) return;
        const theCase = opened.case;
        const parts = [...theCase.factors, ...theCase.mechanisms];
        const from = parts[i % parts.length]!.id;
        const to = theCase.mechanisms[j % theCase.mechanisms.length]!;
        const next = tryAuthorEdit(theCase, {
          edit: "setRule",
          mechanism: to.id,
          rule: withPushAdded(to.rule, { strength: 0.1, of: [{ gate: "level", node: from }] }),
        });
        expect(next.ok).toBe(closesLoop(theCase, from, to.id) === null);
      }),
    );
  });
});
