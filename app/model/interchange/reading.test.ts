import { describe, expect, it } from "vitest";
import type { Network } from "../network/network.ts";
import { type Format, readNetwork, writeNetwork } from "./interchange.ts";

/** Files as other programs write them. */
function read(text: string, format: Format): Network {
  const result = readNetwork(text, format);
  if (!result.ok) throw new Error(result.sentence);
  return result.network;
}
const table = (network: Network, id: string) => [
  ...network.variables.find((variable) => variable.id === id)!.p,
];

describe("BIF", () => {
  const head = `network "two" { property made by hand, it's true; }
variable age { type discrete [ 3 ] { <5, 5-11, 12+ }; property position = (3, 4); } // a remark
/* another
   remark */
variable sick { type discrete[2] { yes no }; }
probability(age) { table 0.2, 0.3, 0.5; property x; }
`;

  it("takes labels as they are, rows in any order, and default for the rest", () => {
    const network = read(
      `${head}probability ( sick | age ) { (12+) 0.1, 0.9; default 0.5 0.5; (<5) .25, .75; }`,
      "bif",
    );
    expect(network.name).toBe("two");
    expect(network.variables[0]!.states).toEqual(["<5", "5-11", "12+"]);
    expect(network.variables[1]!.parents).toEqual([0]);
    expect(table(network, "sick")).toEqual([0.25, 0.75, 0.5, 0.5, 0.1, 0.9]);
    expect(network.notes).toEqual([]);
  });

  it("reads a whole table with the last parent fastest, or the other way where only that adds up", () => {
    const slow = read(`${head}probability (sick | age) { table 0.25 0.5 0.1 0.75 0.5 0.9; }`, "bif");
    const fast = read(`${head}probability (sick | age) { table 0.25 0.75 0.5 0.5 0.1 0.9; }`, "bif");
    expect(table(slow, "sick")).toEqual([0.25, 0.75, 0.5, 0.5, 0.1, 0.9]);
    expect(table(fast, "sick")).toEqual(table(slow, "sick"));
    expect(slow.notes).toEqual([]);
    expect(fast.notes).toEqual([expect.stringMatching(/"sick".*fastest/)]);
  });

  it("says so when both readings add up", () => {
    const square = `variable a { type discrete [2] { x, y }; } variable b { type discrete [2] { x, y }; }
probability (a) { table 1 0; } probability (b | a) { table 0.25 0.75 0.75 0.25; }`;
    expect(read(square, "bif").notes).toEqual([]);
    const lopsided = square.replaceAll("[2] { x, y }", "[3] { x, y, z }").replace("1 0;", "1 0 0;");
    const cyclic = read(lopsided.replace("0.25 0.75 0.75 0.25", "0 1 0  0 0 1  1 0 0"), "bif");
    expect(table(cyclic, "b")).toEqual([0, 0, 1, 1, 0, 0, 0, 1, 0]);
    expect(cyclic.notes).toEqual([expect.stringMatching(/two ways/)]);
  });

  it("makes ids in ASCII, one of its own for each name", () => {
    const names = ["Fièvre <38", "Fievre__38", "12+", "日本", "中国"];
    const text = names.map(
      (name) => `variable "${name}" { type discrete [1] { a }; } probability ("${name}") { table 1; }`,
    );
    const network = read(text.join("\n"), "bif");
    expect(network.variables.map(({ label }) => label)).toEqual(names);
    expect(network.variables.map(({ id }) => id)).toEqual([
      "Fievre__38_2",
      "Fievre__38",
      "_12_",
      "unnamed",
      "unnamed_2",
    ]);
  });
});

it(".net: comments, nested brackets, further attributes", () => {
  const text = `net { node_size = (80 40); HR_Grid_X = "10"; }
% a comment; { not a block
node A { states = ("<5" "5+"); label = "Age; (years)"; position = (10 -20); HR_Desc = "a \\"b\\""; }
discrete node B { states = ("y" "n"); }
node C { states = ("y" "n" "?"); }
potential (A) { data = (0.25 0.75); }
potential (B | ) { data = ( 0.5 0.5 ); }
potential (C | B A) { data = (((1 0 0)(0 1 0)) % first
 ((0 0 1)(0.5 0.25 0.25))); }`;
  const network = read(text, "net");
  expect(network.variables[0]).toMatchObject({
    id: "A",
    label: "Age; (years)",
    states: ["<5", "5+"],
    position: { x: 10, y: -20 },
  });
  expect(network.variables[2]!.parents).toEqual([1, 0]);
  expect(table(network, "C")).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1, 0.5, 0.25, 0.25]);
});

it("XMLBIF: passes over declarations, entities and CDATA resolved, position from its property", () => {
  const text = `<?xml version="1.0"?>
<!DOCTYPE BIF [
  <!-- it's <only> a comment -->
  <!ELEMENT BIF ( NETWORK )*> <!ATTLIST BIF VERSION CDATA #REQUIRED>
]>
<BIF VERSION="0.3"><NETWORK><NAME>n</NAME>
<VARIABLE TYPE="nature"><NAME>a</NAME><OUTCOME>&lt;5</OUTCOME><OUTCOME><![CDATA[ 5 & more ]]></OUTCOME>
<PROPERTY>position = (73,165.5)</PROPERTY></VARIABLE>
<VARIABLE><NAME> b&#x21; </NAME><OUTCOME>y</OUTCOME><OUTCOME>n</OUTCOME></VARIABLE>
<DEFINITION><FOR>b!</FOR><GIVEN>a</GIVEN><TABLE>0.25 0.75 <!-- row --> 1 0</TABLE></DEFINITION>
<DEFINITION><FOR>a</FOR><TABLE>0.5 0.5</TABLE></DEFINITION></NETWORK></BIF>`;
  const network = read(text, "xmlbif");
  expect(network.variables[0]).toMatchObject({ states: ["<5", "5 & more"], position: { x: 73, y: 165.5 } });
  expect(network.variables[1]).toMatchObject({ id: "b_", label: "b!", parents: [0] });
  expect(table(network, "b_")).toEqual([0.25, 0.75, 1, 0]);
});

it(".xdsl: names and positions from the drawing, deterministic nodes as tables", () => {
  const text = `<smile version="1.0" id="n"><nodes>
<cpt id="a"><state id="low"/><state id="high" label="12+"/><probabilities>0.25 0.75</probabilities></cpt>
<deterministic id="b"><state id="y"/><state id="n"/><parents>a</parents><resultingstates>n y</resultingstates></deterministic>
</nodes><extensions><genie><submodel id="s"><node id="a"><name>Age &amp; co</name><position>10 20 90 70</position></node></submodel></genie></extensions></smile>`;
  const network = read(text, "xdsl");
  expect(network.variables[0]).toMatchObject({
    id: "a",
    label: "Age & co",
    states: ["low", "12+"],
    position: { x: 10, y: 20 },
  });
  expect(table(network, "b")).toEqual([0, 1, 1, 0]);
});

describe(".cmpx", () => {
  const ranked = (id: string, states: string[], definition: object) => ({
    id,
    name: `The ${id}`,
    configuration: { type: "Ranked", states, table: { nptCompiled: true, ...definition } },
  });
  const even = { type: "Manual", probabilities: [[0.5], [0.5]] };
  const file = (expressions: string[], extra: object = {}, nodes: object[] = [], ids = ["p", "q"]) =>
    JSON.stringify({
      model: {
        dataSets: [{ observations: [{ node: "p" }] }],
        networks: [
          {
            id: "0",
            name: "Costs",
            nodes: [
              ...ids.map((id) => ranked(id, ["lo", "hi"], even)),
              ranked("c", ["L", "H"], {
                type: "Expression",
                expressions,
                ...extra,
                probabilities: [
                  [1, 0.75, 0.5, 0],
                  [0, 0.25, 0.5, 1],
                ],
              }),
              ...nodes,
            ],
            links: [
              { parent: ids[1], child: "c" },
              { parent: ids[0], child: "c" },
              ...nodes.map((node) => ({ parent: "c", child: (node as { id: string }).id })),
            ],
          },
        ],
      },
    });

  it("orders the axes as the links are, and keeps the table beside the expression", () => {
    const network = read(file(["TNormal(wmean(2.0,p,1.0,q),0.01,0.0,1.0)"]), "cmpx");
    const child = network.variables[2]!;
    expect(child).toMatchObject({ id: "c", label: "The c", parents: [1, 0] });
    expect([...child.p]).toEqual([1, 0, 0.75, 0.25, 0.5, 0.5, 0, 1]);
    expect(child.expression).toEqual({
      function: "wmean",
      weights: [1, 2],
      variance: 0.01,
      text: ["TNormal(wmean(2.0,p,1.0,q),0.01,0.0,1.0)"],
      partition: [],
    });
    expect(network.notes).toEqual(["The observations in the file’s scenarios were left out."]);
  });

  it.each([
    ["TNormal(wmax(1.0, q, 4.0, p), 0.005, 0, 1)", "wmax", [1, 4], 0.005],
    ["TNormal(mixminmax(2.0,1.0,q,p),0.1,0.0,1.0)", "mixminmax", [2, 1], 0.1],
    ["TNormal(wmin(3.0,q),0.1,0.0,1.0)", "expression", [], 0.1],
    ["TNormal((2.0*q+3.0*p)/5.0,0.001,0.0,1.0)", "expression", [], 0.001],
  ])("knows %s", (text, kind, weights, variance) => {
    expect(read(file([text]), "cmpx").variables[2]!.expression).toMatchObject({
      function: kind,
      weights,
      variance,
      text: [text],
    });
  });

  it("keeps partitioned expressions through a round trip", () => {
    const text = ["TNormal(q/2.0,0.01,0.0,1.0)", "TNormal(q,0.02,0.0,1.0)"];
    const network = read(file(text, { type: "Partitioned", partitions: ["p"] }), "cmpx");
    expect(network.variables[2]!.expression).toMatchObject({ function: "expression", text, partition: [1] });
    expect(read(writeNetwork(network, "cmpx"), "cmpx").variables).toEqual(network.variables);
  });

  it("leaves out other definitions and simulated leaves, and says so", () => {
    const leaf = {
      id: "cost",
      configuration: { simulated: true, type: "ContinuousInterval", table: { type: "Expression" } },
    };
    const network = read(file(['if(p == "lo", "L", "H")'], {}, [leaf]), "cmpx");
    expect(network.variables.map(({ id }) => id)).toEqual(["p", "q", "c"]);
    expect(network.variables[2]!.expression).toBeUndefined();
    expect(network.notes.join(" ")).toMatch(/"cost".*observations.*The definition of "c"/);
  });

  it("spells the parents in an expression as it spells their ids", () => {
    const network = read(file(["TNormal(wmean(2.0,é,1.0,q),0.01,0.0,1.0)"], {}, [], ["é", "q"]), "cmpx");
    expect(network.variables[0]!.id).toBe("e");
    expect(network.variables[2]!.expression!.text).toEqual(["TNormal(wmean(2.0,e,1.0,q),0.01,0.0,1.0)"]);
    expect(read(writeNetwork(network, "cmpx"), "cmpx").variables).toEqual(network.variables);
  });
});
