import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallCase } from "../answer/random.test-help.ts";
import { shippedCase } from "../shipped.test-help.ts";
import type { Mechanism } from "../case/types.ts";
import { pushesOf } from "../case/rules.ts";
import { alone, fadeSentence, spreadPreview } from "./previews.ts";
import { sentenceOf } from "./sentences.ts";
import { templateCase } from "./start.ts";
import { sentencesOf, sentenceWords } from "./words.ts";

const of = (theCase: ReturnType<typeof templateCase>, id: string) =>
  theCase.mechanisms.find((one) => one.id === id) as Mechanism;

describe("sentences", () => {
  it("take every cause of any rule once: one drives it, the others are conditions", () => {
    fc.assert(
      fc.property(smallCase, ({ mechanisms }) => {
        for (const push of mechanisms.flatMap(({ rule }) => pushesOf(rule))) {
          const { driver, conditions } = sentenceOf(push);
          const places = [...(push.of.length > 0 ? [driver] : []), ...conditions.map(({ at }) => at)];
          expect(places.toSorted((a, b) => a - b)).toEqual(push.of.map((_, i) => i));
          for (const { at, gate } of conditions) expect(push.of[at]).toBe(gate);
        }
      }),
    );
  });

  it("say who moves what, how far and what it takes", () => {
    const theCase = shippedCase("russia-iran-syria");
    const said = (id: string) => sentencesOf(theCase, of(theCase, id));
    expect(said("losses")).toEqual([
      "Israeli strikes raises Iranian losses (strength 1), needs Iranian presence (in full from high)",
    ]);
    expect(said("sharedInterest")).toEqual(["Assad secure lowers Shared need for Assad (strength 0.95)"]);
    expect(said("grievance")[0]).toBe(
      "Iranian losses raises Iran feels exposed (strength 0.82), opened by Air defences silent (30% comes through without it), counts by the weight of Israeli strikes",
    );
  });

  it("say of what is held back by its only cause that the cause lowers it, as the editor does", () => {
    const theCase = templateCase();
    const said = (depth: number) =>
      sentenceWords(theCase, of(theCase, "need"), {
        strength: 0.5,
        of: [{ node: "aims", gate: "damps", depth }],
      });
    expect(said(1)).toBe("Aims apart lowers Need (strength 0.5)");
    expect(said(0.6)).toBe("Aims apart lowers Need (strength 0.5), by up to 60%");
  });
});

describe("previews", () => {
  const theCase = templateCase();

  it("say what one cause can do by itself", () => {
    const exchange = alone(theCase, of(theCase, "need"), "exchange")!;
    expect(exchange.from).toBeLessThan(exchange.to);
    expect(exchange.sentence).toBe("If the other is low, this alone can raise it to medium.");
    const incidents = alone(theCase, of(theCase, "grievance"), "incidents")!;
    expect(incidents.met).toEqual(["otherFriend"]);
    expect(incidents.sentence).toBe(
      "If Ties to the adversary is high, this alone can raise it to very high.",
    );
    expect(alone(theCase, of(theCase, "need"), "aims")).toBeUndefined();
    const held = alone(theCase, of(theCase, "pressure"), "need")!;
    expect(held.to).toBeLessThan(held.from);
    expect(held.sentence).toContain("can lower it from");
  });

  it("say how sure a state is and what fades", () => {
    const { p, sentence } = spreadPreview(theCase, "M", 0.1);
    expect(p.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(sentence).toBe(
      "About 7 in 10 that it is medium, and nearly 10 in 10 that it is that or next to it.",
    );
    expect([0, 0.5, 1].map(fadeSentence)).toEqual([
      "What is learnt of it now says nothing about later.",
      "Of what is learnt of it now, 50% holds later.",
      "What is learnt of it now holds later in full.",
    ]);
  });
});
