// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Progress } from "./Progress.tsx";

afterEach(cleanup);

test("nothing is shown while there is nothing to wait for", () => {
  const { container } = render(<Progress label="Looking" value={null} onCancel={() => undefined} />);
  expect(container.textContent).toBe("");
});

test("the bar says what is worked on and how far it is, and the button stops it", () => {
  const stop = vi.fn();
  render(<Progress label="Looking for tipping points" value={0.419} onCancel={stop} />);
  const bar = screen.getByRole("progressbar", { name: "Looking for tipping points" });
  expect(bar.getAttribute("aria-valuetext")).toBe("41%");
  expect(bar.textContent).toContain("41%");
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(stop).toHaveBeenCalledOnce();
});
