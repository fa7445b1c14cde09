import { describe, expect, it, test } from "vitest";
import { type Format, readNetwork } from "./interchange.ts";

function sentence(text: string, format: Format): string {
  const result = readNetwork(text, format);
  return result.ok ? `was read: ${JSON.stringify(result.network)}` : result.sentence;
}

const xy = "variable x {\n type discrete [2] { a, b };\n}\nvariable y {\n type discrete [2] { c, d };\n}\n";
const root = "probability (x) { table 0.5, 0.5; }\n";

describe("BIF", () => {
  test.each([
    ["", /no variables/],
    ["network {", /line 1, column 10 "property" is expected and the file ends/],
    ["foo", /line 1, column 1 .*"foo" stands/],
    ["/* open", /comment that begins at line 1, column 1/],
    ['variable "x', /quotation mark at line 1, column 10/],
    ["variable x { type continuous; }", /"x" at line 1, column 19 .*discrete/],
    ["variable x { type discrete [3] { a, b }; }", /announces 3 states and lists 2/],
    [
      "variable x { type discrete [2] { a, a }; } probability (x) { table .5 .5; }",
      /state "a" of "x".*twice/,
    ],
    [
      `${xy}variable x { type discrete [1] { a }; }`,
      /declared at line 1, column 10 and again at line 7, column 10/,
    ],
    [xy + root, /"y" at line 4, column 10 has no probability block/],
    [`${xy}${root}${root}`, /line 7, column 13 and again at line 8, column 13/],
    [`${xy}${root}probability (y | z) { table 1 0; }`, /parent "z" at line 8, column 13.*does not declare/],
    [`${xy}${root}probability (y | x, x) { default 1 0; }`, /one parent twice at line 8/],
    [`${xy}${root}probability (y | y) { default 1 0; }`, /circle.*"y" → "y"/],
    [`${xy}${root}probability (y | x) {\n (a) 1, 0;\n (e) 0, 1;\n}`, /line 10, column 2 names "e"/],
    [
      `${xy}${root}probability (y | x) {\n (a) 1, 0;\n (a) 0, 1;\n}`,
      /line 10, column 2 stands already at line 9/,
    ],
    [`${xy}${root}probability (y | x) {\n (a) 1, 0;\n}`, /lacks 1 of its 2 rows/],
    [`${xy}${root}probability (y | x) {\n (a) 1;\n}`, /line 9, column 2 has 1 numbers and needs 2/],
    [`${xy}${root}probability (y | x) {\n (a, b) 1 0;\n}`, /names 2 states and there are 1 parents/],
    [
      `${xy}${root}probability (y | x) {\n (a) 1, 0;\n (b) 0.5, 0.4;\n}`,
      /row \("b"\) of "y" at line 10, column 2 adds up to 0\.9/,
    ],
    [`${xy}${root}probability (y) { table 1 0 0; }`, /"y" at line 8, column 19 has 3 entries and needs 2/],
    [`${xy}${root}probability (y) { table 1; }`, /has 1 of the 2 entries/],
    [`${xy}${root}probability (y) { table -1 2; }`, /-1 at line 8, column 25 is negative/],
    [`${xy}${root}probability (y) { table NaN 1; }`, /"NaN" stands/],
    [`${xy}${root}probability (y) { table 1 0; default 1 0; }`, /more than once/],
    [`${xy}${root}probability (w) { table 1 0; }`, /"w", which the file does not declare/],
  ])("%j is refused", (text, expected) => {
    expect(sentence(text, "bif")).toMatch(expected);
  });

  it("refuses a table beyond twenty million entries before making it", () => {
    const names = Array.from({ length: 25 }, (_, i) => `v${i}`);
    const text = names.map((name) => `variable ${name} { type discrete [2] { a, b }; }`).join("\n");
    const roots = names.slice(1).map((name) => `probability (${name}) { table 1 0; }`);
    const child = `probability (v0 | ${names.slice(1).join(", ")}) { default 1 0; }`;
    expect(sentence([text, ...roots, child].join("\n"), "bif")).toMatch(/"v0" at line 50.* 33554432 entries/);
  });
});

const cpt = (inside: string, kind = "cpt") =>
  `<smile id="n">\n<nodes>\n<${kind} id="x">${inside}</${kind}>\n</nodes></smile>`;
const two = '<state id="a"/><state id="b"/>';

describe("XML formats", () => {
  test.each([
    ["", /no element/],
    ["<smile>\n<nodes>", /line 2, column 1: "nodes" is not closed/],
    ["<a></b>", /the end of "b" closes "a"/],
    ["<a x='1' x='2'/>", /attribute "x" stands twice/],
    ["<a>&lol;</a>", /line 1, column 4: the entity "lol" is unknown/],
    ["<a>&#xD800;</a>", /unknown/],
    ['<!DOCTYPE a [\n<!ENTITY b "c">]><a/>', /entities of its own at line 2, column 1/],
    ['<!DOCTYPE a SYSTEM "file:///etc/hosts"><a/>', /another file at line 1, column 13/],
    ["<a>".repeat(70), /more than 64 deep/],
    ["<a/>", /root is "a"/],
    [cpt(""), /no <probabilities>/],
    [
      cpt(`${two}<probabilities>0.5 0.4</probabilities>`),
      /smile\/nodes\/cpt \(line 3, column 1\) adds up to 0\.9/,
    ],
    [cpt(`${two}<probabilities>0.5 0.5 0</probabilities>`), /more than the 2 entries/],
    [cpt(`${two}<probabilities>0.5</probabilities>`), /has 1 of the 2 entries/],
    [cpt(`${two}<probabilities>0.5 half</probabilities>`), /line 3, column 1\), entry 2 and "half" stands/],
    [cpt(`${two}<parents>z</parents><probabilities>1 0</probabilities>`), /parent "z"/],
    [cpt(`${two}<parameters>1</parameters>`, "noisymax"), /"noisymax"/],
    [cpt(`${two}<resultingstates>c</resultingstates>`, "deterministic"), /results in "c"/],
  ])("%j is refused", (text, expected) => {
    expect(sentence(text, "xdsl")).toMatch(expected);
  });

  test.each([
    ["<BIF/>", /is no XMLBIF/],
    [
      "<BIF><NETWORK><VARIABLE><NAME>x</NAME></VARIABLE></NETWORK></BIF>",
      /"x" at BIF\/NETWORK\/VARIABLE \(line 1, .*no definition/,
    ],
    ['<BIF><NETWORK><VARIABLE TYPE="utility"><NAME>x</NAME></VARIABLE></NETWORK></BIF>', /"utility"/],
  ])("%j is refused as XMLBIF", (text, expected) => {
    expect(sentence(text, "xmlbif")).toMatch(expected);
  });
});

const node = 'node x\n{\n states = ("a" "b");\n}\n';

describe(".net", () => {
  test.each([
    ["continuous node x { }", /"continuous" block/],
    [node, /"x" at line 1, column 1 has no potential/],
    [`${node}potential (x) { }`, /has no data/],
    [
      `${node}potential (x) { data = (1 0; }`,
      /line 5, column 28 a value, "\(" or "\)" is expected and ";" stands/,
    ],
    [`${node}potential (x) { data = (1); }`, /has 1 of the 2/],
    [
      `${node}potential (x) { data = (0.5 0.5 0); }`,
      /more than the 2 entries it needs, at line 5, column 33/,
    ],
    [`${node}potential (x y | z) { data = (1 0); }`, /several variables at once/],
    [`${node}${node}`, /stands at line 1, column 1 and again at line 5, column 1/],
  ])("%j is refused", (text, expected) => {
    expect(sentence(text, "net")).toMatch(expected);
  });
});

const cmpx = (nodes: unknown[], links: unknown[] = []) =>
  JSON.stringify({ model: { networks: [{ nodes, links }] } });
const simple = (id: string, table: unknown) => ({ id, configuration: { states: ["a", "b"], table } });

describe(".cmpx", () => {
  test.each([
    ['{"model": {\n"networks" 1}}', /line 2, column 12/],
    ["[]", /An object is expected at the file/],
    ["{}", /^model is missing/],
    ['{"model": {"networks": []}}', /0 networks/],
    [cmpx([{ id: 7 }]), /A text is expected at model\.networks\[0\]\.nodes\[0\]\.id and 7 stands/],
    [
      cmpx([simple("x", {})]),
      /no table at model\.networks\[0\]\.nodes\[0\]\.configuration\.table\.probabilities/,
    ],
    [cmpx([simple("x", { probabilities: [[1]] })]), /has 1 rows and needs 2/],
    [cmpx([simple("x", { probabilities: [[1], [0, 0]] })]), /has 2 entries at .*\[1\] and needs 1/],
    [cmpx([simple("x", { probabilities: [["1"], [0]] })]), /"1" stands/],
    [
      cmpx([simple("x", { probabilities: [[1], [0]] })], [{ parent: "x", child: "y" }]),
      /links\[0\] leads to "y"/,
    ],
    [cmpx([simple("x", { probabilities: [[1], [0]] })], [{ parent: "y", child: "x" }]), /parent "y"/],
    [
      cmpx([
        simple("x", { type: "Partitioned", partitions: ["y"], expressions: [], probabilities: [[1], [0]] }),
      ]),
      /divided at .*partitions\[0\] by "y"/,
    ],
  ])("%j is refused", (text, expected) => {
    expect(sentence(text, "cmpx")).toMatch(expected);
  });
});

it("refuses what is too large to be a network", () => {
  expect(sentence(" ".repeat(32 * 1024 * 1024 + 1), "bif")).toMatch(/33554433 characters/);
});
