import { describe, expect, it } from "vitest";
import { claimHorizons } from "./mentions.ts";
import { openCase, problemSentence } from "./door.ts";
import { tinyWith } from "./tiny.test-help.ts";
import { shippedCase } from "../shipped.test-help.ts";

function open(path: string, value: unknown) {
  const read = openCase(tinyWith(path, value));
  if (!read.ok) throw new Error(problemSentence(read.problem));
  return read;
}

describe("texts that speak of what the case does not have", () => {
  it.each([
    [
      "links",
      [{ from: "rain", to: "snow" }],
      'links[0] names "snow", which is no part of this case; it is kept, not used.',
    ],
    [
      "links",
      [{ from: "rain", to: "wet", claims: ["C9"] }],
      'links[0].claims names "C9", which is no claim of this case; it is kept, not used.',
    ],
    [
      "tour",
      [{ lights: ["rain", "sun"] }],
      'tour[0].lights names "sun", which is no part of this case; it is kept, not used.',
    ],
    [
      "claims",
      [{ id: "C1", about: ["toString"], horizon: "all" }],
      'claims "C1".about names "toString", which is no part of this case; it is kept, not used.',
    ],
    [
      "claims",
      [{ id: "C1", horizon: ["soon", "never"] }],
      'claims "C1".horizon names "never", which is no horizon of this case; it is kept, not used.',
    ],
    [
      "claims",
      [{ id: "C1", horizon: "one day" }],
      'claims "C1".horizon says "one day", which is no horizon of this case; it is kept, not used.',
    ],
    [
      "factors.0.levels.decade",
      { level: "M" },
      'factors "rain".levels names "decade", which is no horizon of this case; it is kept, not used.',
    ],
  ])("%s: %j is noted and kept", (path, value, note) => {
    const read = open(path, value);
    expect(read.notes).toEqual([note]);
    const kept = path
      .split(".")
      .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], read.case);
    expect(kept).toMatchObject(value);
  });

  it("are counted where there are very many", () => {
    const { notes } = open("tour", [{ lights: Array.from({ length: 80 }, (_, i) => `x${i}`) }]);
    expect(notes).toHaveLength(51);
    expect(notes[50]).toBe("30 more such names are kept and not used.");
  });

  it("do not include the outcome and known parts", () => {
    expect(open("links", [{ from: "puddles", to: "outcome" }]).notes).toEqual([]);
  });
});

describe("the horizons of a claim", () => {
  it.each([
    [
      ["later", "soon", "never"],
      ["soon", "later"],
    ],
    ["all", ["soon", "later"]],
    ["soon", ["soon"]],
    ["Later", ["later"]],
    ["later on", ["later"]],
    ["soon to later", ["soon", "later"]],
    ["later to soon", []],
    ["", []],
    ["soon to ", []],
    ["constructor", []],
    [[], []],
  ])("%j are %j", (horizon, ids) => {
    const { case: theCase } = open("claims", [{ id: "C1", horizon }]);
    expect(claimHorizons(theCase, theCase.claims[0]!)).toEqual(ids);
  });

  it.each(["soviet-egypt-1971", "us-saudi-1973"])("are understood for every claim of %s", (name) => {
    const theCase = shippedCase(name);
    const understood = theCase.claims.map((claim) => claimHorizons(theCase, claim).join(" "));
    expect(new Set(understood)).toEqual(
      new Set(
        theCase.claims.map(({ horizon }) => {
          const said = {
            now: "now",
            "now to short-medium": "now short",
            "short-medium to long": "short long",
            "short-medium": "short",
            long: "long",
          };
          return typeof horizon === "string" ? said[horizon as keyof typeof said] : horizon.join(" ");
        }),
      ),
    );
  });
});
