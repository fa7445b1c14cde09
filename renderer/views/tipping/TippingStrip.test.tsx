// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { TippingStrip } from "./TippingStrip.tsx";

test("the strip says what alone would be enough, and leads to the rest", async () => {
  const { app } = fakeApp();
  show(app, <TippingStrip />);
  const link = await screen.findByRole("button", { name: /roughly even \(45–55%\)/ }, { timeout: 30_000 });
  expect(screen.getByText("Assad secure, alone").parentElement?.textContent).toMatch(
    /High → very high · \d+%$/,
  );
  expect(screen.getByText("Any other factor, alone").parentElement?.textContent).toMatch(/not alone$/);
  fireEvent.click(link);
  expect(app.look.getState().screen).toBe("tipping");
});
