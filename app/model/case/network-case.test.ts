import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asia } from "../network/asia.test-help.ts";
import { networkCase } from "../interchange/network-case.ts";
import { openCase, openDocument, problemSentence, saveCase } from "./door.ts";
import { applyEdit, describeEdit, type Edit } from "./edits.ts";
import { mutate } from "./mutate.test-help.ts";
import { tinyText } from "./tiny.test-help.ts";
import { type CaseDocument, isNetworkCase, type NetworkCase } from "./network-case.ts";

const clinic = networkCase(asia);
const text = saveCase(clinic);

function opened(file: string): NetworkCase {
  const read = openDocument(file);
  if (!read.ok) throw new Error(problemSentence(read.problem));
  if (!isNetworkCase(read.case)) throw new Error("not a network");
  return read.case;
}

/** The clinic's file with one part put in another way. */
function sentenceWith(change: (file: NetworkFile) => void): string {
  const file = JSON.parse(text) as NetworkFile;
  change(file);
  const read = openDocument(JSON.stringify(file));
  return read.ok ? "opened" : problemSentence(read.problem);
}
interface NetworkFile {
  network: {
    variables: Record<string, unknown>[];
    target: unknown;
    findings: unknown;
    [key: string]: unknown;
  };
}

describe("the door", () => {
  it("opens what was saved, with every key the file has, and saves it as it was", () => {
    expect(opened(text)).toEqual(clinic);
    expect(saveCase(opened(text))).toBe(text);
    const file = JSON.parse(text) as NetworkFile;
    file.network["colour"] = "blue";
    file.network.variables[0]!["source"] = { page: 7 };
    const strange = `${JSON.stringify({ ...file, more: [1] }, null, 2)}\n`;
    expect(saveCase(opened(strange))).toBe(strange);
  });

  it("asks for the last effect where the file has no question, and takes nothing as found", () => {
    const file = JSON.parse(text) as { network: Partial<NetworkFile["network"]> };
    delete file.network.target;
    delete file.network.findings;
    expect(opened(JSON.stringify(file)).network).toMatchObject({
      target: { variable: "dysp", state: "yes" },
      findings: {},
    });
  });

  it("gives no network to those who need an argument", () => {
    expect(openCase(text)).toEqual({ ok: false, problem: { kind: "network" } });
    expect(openDocument(tinyText)).toEqual(openCase(tinyText));
  });

  const variable = (i: number, part: Record<string, unknown>) => (file: NetworkFile) =>
    void Object.assign(file.network.variables[i]!, part);
  it.each<[change: (file: NetworkFile) => void, sentence: string]>([
    [(file) => (file.network.variables = []), "network.variables must be a list of at least one variable, not an empty list."],
    [variable(1, { id: "asia" }), 'network.variables[1] "asia" has the id "asia", which network.variables[0] "asia" already has; give one of them another id.'],
    [variable(0, { states: [] }), 'network.variables[0] "asia".states must be a list of at least one state, not an empty list.'],
    [variable(0, { states: ["yes", "yes"] }), 'network.variables[0] "asia".states[1] must be another name, because "yes" stands twice.'],
    [variable(0, { states: ["yes", "no "] }), 'network.variables[0] "asia".states[1] must be a name without blanks around it or signs that cannot be printed, not "no ".'],
    [variable(0, { label: "a\u0000" }), 'network.variables[0] "asia".label must be a name without blanks around it or signs that cannot be printed, not "a\\u0000".'],
    [variable(1, { parents: ["mars"] }), 'network.variables[1] "tub".parents[0] must be the id of a variable of this network, not "mars".'],
    [variable(1, { parents: ["tub"] }), 'network.variables[1] "tub".parents[0] must be another variable: none is its own parent.'],
    [variable(5, { parents: ["lung", "lung"] }), 'network.variables[5] "either".parents[1] must be another variable, because "lung" stands twice.'],
    [variable(0, { parents: ["dysp"], p: [1, 0, 1, 0] }), "Causes must not run in a circle, and these do: tub → either → dysp → asia → tub; remove one of these arrows."],
    [variable(0, { p: [1] }), 'network.variables[0] "asia".p must be a list of 2 numbers, not a list of 1.'],
    [variable(0, { p: [0.5, "half"] }), 'network.variables[0] "asia".p[1] must be a number from 0 to 1, not "half".'],
    [variable(0, { p: [1.5, -0.5] }), 'network.variables[0] "asia".p[0] must be a number from 0 to 1, not 1.5.'],
    [variable(1, { p: [0.05, 0.95, 0.01, 0.9] }), 'network.variables[1] "tub".p must hold rows that each add up to 1, and row 2 adds up to 0.91.'],
    [variable(0, { position: { x: 1e9, y: 0 } }), 'network.variables[0] "asia".position.x must be a number from -1000000 to 1000000, not 1000000000.'],
    [variable(1, { expression: { function: "wmean", weights: [1], variance: -1, text: ["x"], partition: [] } }), 'network.variables[1] "tub".expression.variance must be a number of 0 or more, not -1.'],
    [variable(1, { expression: { function: "expression", weights: [], variance: 1, text: ["x"], partition: [0] } }), 'network.variables[1] "tub".expression.text must be a list of 2 texts, not a list of 1.'],
    [(file) => (file.network.target = { variable: "mars", state: "yes" }), 'network.target.variable must be the id of a variable of this network, not "mars".'],
    [(file) => (file.network.target = { variable: "asia", state: "maybe" }), 'network.target.state must be one of yes, no, not "maybe".'],
    [(file) => (file.network.findings = { mars: "yes" }), "network.findings.mars is a finding on no variable of this network; remove it."],
    [(file) => (file.network.findings = { asia: "maybe" }), 'network.findings.asia must be one of yes, no, not "maybe".'],
    [(file) => (file.network.findings = { asia: [0, 0] }), "network.findings.asia must be numbers that are not all 0, not a list of 2."],
    [(file) => (file.network.findings = { asia: [1, -1] }), "network.findings.asia[1] must be a number of 0 or more, not -1."],
  ])("refuses in one sentence %#", (change, sentence) => {
    expect(sentenceWith(change)).toBe(sentence);
  }); // prettier-ignore

  it("refuses tables too large to be kept before it reads them", () => {
    const root = (id: string, states: number) => ({
      id,
      states: Array.from({ length: states }, (_, k) => `s${k}`),
      p: [1, ...Array<number>(states - 1).fill(0)],
    });
    const parents = Array.from({ length: 4 }, (_, i) => root(`v${i}`, 40));
    const child = { id: "child", states: ["a", "b"], parents: parents.map(({ id }) => id), p: [] };
    expect(
      sentenceWith((file) => {
        file.network = { variables: [...parents, child], target: null, findings: {} };
      }),
    ).toBe(
      'network.variables[4] "child".p would hold 5120000 numbers, and the tables of a case may hold 750000 together; give it fewer parents or states.',
    );
  });

  it("refuses 4,000 damaged networks in one sentence, or opens, saves and opens them again as they were", () => {
    let accepted = 0;
    const known = applyEdit(clinic, { edit: "setFinding", variable: "xray", finding: [2, 1] });
    for (let seed = 0; seed < 4000; seed++) {
      const read = openDocument(mutate(saveCase(known), seed));
      if (!read.ok) {
        const sentence = problemSentence(read.problem);
        if (!/^[^\n]{10,700}\.$/u.test(sentence)) throw new Error(`Seed ${seed}: ${sentence}`);
        continue;
      }
      accepted++;
      const saved = saveCase(read.case);
      const again = openDocument(saved);
      if (!again.ok || saveCase(again.case) !== saved) throw new Error(`Seed ${seed} does not reopen.`);
    }
    expect(accepted).toBeGreaterThan(300);
    expect(accepted).toBeLessThan(3500);
  });
});

describe("edits", () => {
  const done = (...edits: Edit[]) => edits.reduce<NetworkCase>((now, edit) => applyEdit(now, edit), clinic);

  it("finds, takes back, asks and renames; what is not touched stays the same object", () => {
    const seen = done({ edit: "setFinding", variable: "asia", finding: "yes" });
    expect(seen.network.findings).toEqual({ asia: "yes" });
    expect(seen.network.variables).toBe(clinic.network.variables);
    const two = applyEdit(seen, { edit: "setFinding", variable: "xray", finding: [1, 3] });
    expect(applyEdit(two, { edit: "setFinding", variable: "asia", finding: null }).network.findings).toEqual({
      xray: [1, 3],
    });
    expect(applyEdit(two, { edit: "clearFindings" }).network.findings).toEqual({});
    expect(done({ edit: "setTarget", variable: "lung", state: "no" }).network.target).toEqual({
      variable: "lung",
      state: "no",
    });
    expect(done({ edit: "renameCase", title: "Clinic" }).title).toBe("Clinic");
  });

  it("keeps findings in the order of the variables, whatever the way there", () => {
    const one = done(
      { edit: "setFinding", variable: "xray", finding: "yes" },
      { edit: "setFinding", variable: "asia", finding: "no" },
    );
    expect(Object.keys(one.network.findings)).toEqual(["asia", "xray"]);
  });

  it.each<Edit>([
    { edit: "setFinding", variable: "mars", finding: "yes" },
    { edit: "setFinding", variable: "asia", finding: "maybe" },
    { edit: "setFinding", variable: "asia", finding: [0, 0] },
    { edit: "setFinding", variable: "asia", finding: [1] },
    { edit: "setFinding", variable: "asia", finding: null },
    { edit: "clearFindings" },
    { edit: "setTarget", variable: "asia", state: "maybe" },
    { edit: "setTarget", ...clinic.network.target },
    { edit: "setTableEntry", variable: "asia", row: 0, state: 0, p: 0.01 },
    { edit: "setTableEntry", variable: "asia", row: 0, state: 0, p: 1.01 },
    { edit: "setTableEntry", variable: "asia", row: 0, state: 0, p: NaN },
    { edit: "setTableEntry", variable: "asia", row: 1, state: 0, p: 0.5 },
    { edit: "setTableEntry", variable: "tub", row: -1, state: 1, p: 0.5 },
    { edit: "setTableEntry", variable: "tub", row: 0, state: 2, p: 0.5 },
    { edit: "setConfidence", confidence: null },
    { edit: "resetAll", scenario: "baseline" },
  ])("leaves the case as it is where %o changes nothing or does not fit", (edit) => {
    expect(applyEdit(clinic, edit)).toBe(clinic);
  });

  it("leaves an argument alone", () => {
    const argument = openCase(tinyText);
    if (!argument.ok) throw new Error("tiny");
    expect(applyEdit(argument.case, { edit: "clearFindings" })).toBe(argument.case);
  });

  it("scales the rest of a row: it stays a distribution, and its other entries keep their proportions", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 2, maxLength: 6 }).filter((row) => row.some((p) => p > 1e-6)),
        fc.nat(),
        share,
        (weights, at, p) => {
          const sum = weights.reduce((a, b) => a + b, 0);
          const states = weights.map((_, k) => `s${k}`);
          const before = weights.map((weight) => weight / sum);
          const theCase: NetworkCase = {
            ...clinic,
            network: {
              ...clinic.network,
              variables: [{ id: "v", label: "v", states, parents: [], p: before }],
              target: { variable: "v", state: "s0" },
            },
          };
          const state = at % states.length;
          const after = applyEdit(theCase, { edit: "setTableEntry", variable: "v", row: 0, state, p });
          const row = after.network.variables[0]!.p;
          expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
          expect(row[state]).toBe(p);
          const left = 1 - before[state]!;
          row.forEach((entry, k) => {
            if (k !== state && left > 1e-9 && p !== before[state])
              expect(entry).toBeCloseTo((before[k]! / left) * (1 - p), 9);
          });
          expect(openDocument(saveCase(after)).ok).toBe(true);
        },
      ),
    );
  });

  it("shares what is left evenly where the others were all 0, and drops the rule that no longer gives the table", () => {
    const ruled = {
      ...clinic,
      network: {
        ...clinic.network,
        variables: clinic.network.variables.map((variable) =>
          variable.id === "either"
            ? { ...variable, expression: { function: "wmean", weights: [1, 1], variance: 0.1, text: ["x"], partition: [] } as const }
            : variable,
        ),
      },
    }; // prettier-ignore
    const after = applyEdit(ruled, { edit: "setTableEntry", variable: "either", row: 0, state: 0, p: 0.75 });
    expect(after.network.variables[5]).toMatchObject({ p: [0.75, 0.25, 1, 0, 1, 0, 0, 1] });
    expect(after.network.variables[5]).not.toHaveProperty("expression");
  });

  it.each<[Edit, string]>([
    [{ edit: "setFinding", variable: "asia", finding: "yes" }, "Finding: asia is yes"],
    [{ edit: "setFinding", variable: "asia", finding: [3, 1] }, "Finding on asia: yes 3, no 1"],
    [{ edit: "setFinding", variable: "asia", finding: null }, "Finding on asia taken back"],
    [{ edit: "clearFindings" }, "All findings taken back"],
    [{ edit: "setTarget", variable: "lung", state: "yes" }, "Question: lung is yes"],
    [{ edit: "setTableEntry", variable: "tub", row: 1, state: 0, p: 0.25 }, "Table of tub when no: yes 0.01 → 0.25"],
    [{ edit: "setTableEntry", variable: "asia", row: 0, state: 1, p: 0.5 }, "Table of asia: no 0.99 → 0.5"],
    [{ edit: "renameCase", title: "Clinic" }, "Title “asia” → “Clinic”"],
    [{ edit: "setFinding", variable: "mars", finding: "yes" }, 'No change: the network has no variable "mars"'],
  ])("names %o", (edit, name) => {
    expect(describeEdit(clinic as CaseDocument, edit)).toBe(name);
  }); // prettier-ignore
});
