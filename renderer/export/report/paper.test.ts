import fc from "fast-check";
import { expect, test } from "vitest";
import { shippedCase } from "../../../app/model/shipped.test-help.ts";
import { hostile, subjectOf } from "../subject.test-help.ts";
import { cssString, pageRules } from "./paper.ts";

test("any text stays inside its string", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const inside = cssString(text).slice(1, -1);
      expect(inside).not.toMatch(/["{}\n\r\f;<>]|\\(?![0-9a-f]+ )/);
    }),
  );
});

test("every page carries the marking at head and foot, and where it is from", () => {
  const rules = pageRules(subjectOf(), "a4");
  expect(rules.split('content:"Draft · TLP:AMBER+STRICT"').length).toBe(3);
  expect(rules).toContain("size:A4");
  expect(rules).toContain("counter(pages)");
  expect(rules).toContain("seed 1");
  expect(pageRules(subjectOf(), "letter")).toContain("size:letter");
});

test("a hostile title ends no rule", () => {
  const theCase = hostile(shippedCase("us-saudi-1973"), '"}@page{size:1px}body{background:url(http://x)}/*');
  const rules = pageRules(subjectOf(theCase), "a4");
  expect(rules.match(/@page/g)?.length).toBe(1);
  expect(rules.replaceAll(/"[^"]*"/g, "")).not.toContain("url(");
});
