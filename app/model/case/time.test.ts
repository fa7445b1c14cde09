import { readFileSync } from "node:fs";
import { parseJson } from "./json.ts";
import { it } from "vitest";
import { openCase, saveCase, problemSentence } from "./door.ts";
it("t", () => {
  for (const n of ["russia-iran-syria", "soviet-egypt-1971", "us-saudi-1973"]) {
    const t = readFileSync(`/work/main/assets/cases/${n}.entente`, "utf8");
    const o = openCase(t);
    console.log(n, o.ok ? [saveCase(o.case) === t, o.notes] : problemSentence(o.problem));
    const q = performance.now();
    for (let i = 0; i < 100; i++) openCase(t);
    console.log((performance.now() - q) / 100);
  const v=performance.now(); for(let i=0;i<100;i++) parseJson(t); console.log("parse",(performance.now()-v)/100);
 const r = performance.now();
    for (let i = 0; i < 100; i++) JSON.parse(t);
    console.log((performance.now() - r) / 100);
  }
});
