import { expect, test } from "vitest";
import { isRestricted, TLP } from "./marking.ts";

test("markings from TLP:AMBER on keep strangers out, whatever the free text says", () => {
  const restricted = TLP.filter((tlp) => isRestricted({ text: "Draft", tlp }));
  expect(restricted).toEqual(["TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]);
});
