// @vitest-environment jsdom
import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeXml, legal } from "./xml.ts";

const read = (markup: string) => new DOMParser().parseFromString(markup, "application/xml").documentElement;
/** What readers of XML make of ends of lines and of white space in attributes is theirs to say. */
const plain = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll(/\s/g, " "));

test("a text is the same text again between tags and in an attribute, whatever stands in it", () => {
  fc.assert(
    fc.property(plain, (text) => {
      const element = read(`<a b="${escapeXml(text)}" c='${escapeXml(text)}'>${escapeXml(text)}</a>`);
      expect(element.children).toHaveLength(0);
      for (const said of [element.textContent, element.getAttribute("b"), element.getAttribute("c")])
        expect(said).toBe(legal(text));
    }),
    { examples: [["<b>&amp;\"'</b>"], ["]]>"], ["'\" onload='x"], ["\u0000\ud800<"]] },
  );
});
