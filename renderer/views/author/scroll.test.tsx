// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { act, fireEvent } from "@testing-library/react";
import { expect, test } from "vitest";
import { presentCase } from "../../state/document.ts";
import { silentApp } from "../../state/fakes.test-help.ts";
import { FactorsPage } from "./FactorsPage.tsx";
import { MechanismsPage } from "./MechanismsPage.tsx";

/** Where the page of a part stands that is chosen after another one's was scrolled. */
function standsAt(region: "factor" | "mechanism"): number | undefined {
  const { app } = silentApp();
  show(app, region === "factor" ? <FactorsPage /> : <MechanismsPage />);
  const { factors, mechanisms } = presentCase(app.document.getState());
  const next = (region === "factor" ? factors : mechanisms)[2]?.id ?? null;
  const page = document.querySelector(`[data-region="${region}"]`);
  if (!page) throw new Error("no page");
  page.scrollTop = 320;
  fireEvent.scroll(page);
  // What the browser may do by itself once the old fields are gone.
  page.scrollTop = region === "factor" ? 0 : 320;
  act(() => app.look.setState({ selected: next }));
  return page.scrollTop;
}

test("the next factor's page stands where the last one's stood; a mechanism's begins with its name", () => {
  expect(standsAt("factor")).toBe(320);
  expect(standsAt("mechanism")).toBe(0);
});
