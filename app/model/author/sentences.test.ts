import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallCase } from "../answer/random.test-help.ts";
import { SHIPPED, shippedCase } from "../shipped.test-help.ts";
import type { Mechanism } from "../case/types.ts";
import { alone, fadeSentence, spreadPreview } from "./previews.ts";
import { ruleOf, sentencesOf } from "./sentences.ts";
import { templateCase } from "./start.ts";
import { sentenceWords } from "./words.ts";

const of = (theCase: ReturnType<typeof templateCase>, id: string) =>
  theCase.mechanisms.find((one) => one.id === id) as Mechanism;

describe("sentences", () => {
  it.each(SHIPPED)("lead back to the very rules of $name", ({ name }) => {
    for (const mechanism of shippedCase(name).mechanisms)
      expect(ruleOf(sentencesOf(mechanism))).toEqual(mechanism.rule);
  });

  it("lead back to any rule of any kind", () => {
    fc.assert(
      fc.property(smallCase, ({ mechanisms }) => {
        for (const mechanism of mechanisms) expect(ruleOf(sentencesOf(mechanism))).toEqual(mechanism.rule);
      }),
    );
  });

  it("say who moves what, how far and what it takes", () => {
    const theCase = shippedCase("russia-iran-syria");
    const said = (id: string) =>
      sentencesOf(of(theCase, id)).sentences.map((one) => sentenceWords(theCase, of(theCase, id), one));
    expect(said("losses")).toEqual([
      "Israeli strikes raises Iranian losses (strength 1), needs Iranian presence (in full from high)",
    ]);
    expect(said("sharedInterest")).toEqual(["Assad secure lowers Shared need for Assad (strength 0.95)"]);
    expect(said("grievance")[0]).toBe(
      "Iranian losses raises Iran feels exposed (strength 0.82), opened by Air defences silent (30% comes through without it), counts by the weight of Israeli strikes",
    );
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
