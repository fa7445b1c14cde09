// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CausalMap } from "./CausalMap.tsx";
import type { CausalMapProps } from "./CausalMap.tsx";
import { SYRIA, SYRIA_POINTS } from "./fixtures.ts";
import { MapTable } from "./MapTable.tsx";

afterEach(cleanup);

const RUNGS = { alliance: 0.01, managed: 0.33, strained: 0.33, broken: 0.21, spilled: 0.12 };
const PROPS: CausalMapProps = {
  case: SYRIA,
  horizon: "long",
  result: { horizons: { long: { rungs: RUNGS, break: 0.33, nodes: { friction: { p: [], mean: 0.65 } } } } },
  levels: { strikes: "H" },
  links: SYRIA_POINTS,
  mode: "overview",
  width: 741,
  height: 492,
  rungTone: { alliance: "r1", managed: "r2", strained: "r3", broken: "r4", spilled: "r5" },
  percents: { alliance: 1, managed: 33, strained: 33, broken: 21, spilled: 12 },
  breakLabel: "33%",
  points: { strikes: 4 },
  selected: null,
  lit: null,
  onSelect: () => undefined,
  onHover: () => undefined,
};
const box = (name: RegExp) => screen.getByRole("button", { name });
const strokes = (container: HTMLElement, stroke: string) =>
  container.querySelectorAll(`path[fill="none"][stroke="${stroke}"]`);

describe("the causal map", () => {
  it("is a named group of buttons that say state, effects and points", () => {
    render(<CausalMap {...PROPS} />);
    expect(screen.getByRole("group", { name: "How the argument runs" })).toBeTruthy();
    expect(screen.getAllByRole("button")).toHaveLength(10 + 8 + 1);
    box(/^Israeli strikes, high\. Raises Iranian losses and Cost to Moscow\. Adds 4 points\.$/);
    box(/^The marriage, within ten years\. 33% breaks\. 12% Spills over, 21% Contained, /);
  });

  it("tells nobody beyond itself that an arrow changes its width: who counts such changes keeps the arrow", () => {
    const { container } = render(<CausalMap {...PROPS} />);
    const heard = vi.fn();
    document.addEventListener("transitionrun", heard);
    const begin = (on: Element | null | undefined) =>
      on?.dispatchEvent(new Event("transitionrun", { bubbles: true }));
    begin(container.querySelector("path"));
    expect(heard).not.toHaveBeenCalled();
    begin(container);
    expect(heard).toHaveBeenCalledOnce();
    document.removeEventListener("transitionrun", heard);
  });

  it("has one tab stop, which walks along arrows and back", () => {
    render(<CausalMap {...PROPS} />);
    const stops = () => screen.getAllByRole("button").filter((one) => one.getAttribute("tabindex") === "0");
    expect(stops()).toEqual([box(/^Israeli strikes/)]);
    box(/^Israeli strikes/).focus();
    fireEvent.keyDown(box(/^Israeli strikes/), { key: "ArrowDown" });
    expect(document.activeElement).toBe(box(/^Iranian presence/));
    fireEvent.keyDown(box(/^Iranian presence/), { key: "ArrowRight" });
    expect(document.activeElement).toBe(box(/^Iranian losses/));
    expect(stops()).toEqual([box(/^Iranian losses/)]);
    fireEvent.keyDown(box(/^Iranian losses/), { key: "ArrowLeft" });
    expect(document.activeElement).toBe(box(/^Iranian presence/));
    fireEvent.keyDown(box(/^Iranian presence/), { key: "End" });
    expect(document.activeElement).toBe(box(/^The marriage/));
  });

  it("selects by click, Enter and Space, and clears by Escape", () => {
    const onSelect = vi.fn();
    const { rerender } = render(<CausalMap {...PROPS} onSelect={onSelect} />);
    fireEvent.click(box(/^Friction/));
    fireEvent.keyDown(box(/^Proxy clashes/), { key: "Enter" });
    fireEvent.keyDown(box(/^The marriage/), { key: " " });
    rerender(<CausalMap {...PROPS} onSelect={onSelect} selected="friction" />);
    expect(box(/^Friction/).getAttribute("aria-pressed")).toBe("true");
    fireEvent.keyDown(box(/^Friction/), { key: "Escape" });
    expect(onSelect.mock.calls).toEqual([["friction"], ["proxyClashes"], ["outcome"], [null]]);
  });

  it("leaves keys with a modifier, and others, to the page", () => {
    render(<CausalMap {...PROPS} />);
    expect(fireEvent.keyDown(box(/^Friction/), { key: "ArrowRight", altKey: true })).toBe(true);
    expect(fireEvent.keyDown(box(/^Friction/), { key: "k" })).toBe(true);
    expect(fireEvent.keyDown(box(/^Friction/), { key: "ArrowLeft" })).toBe(false);
  });

  it("shows the ways from the box under the pointer at full strength", () => {
    const onHover = vi.fn();
    const { container } = render(<CausalMap {...PROPS} onHover={onHover} />);
    const standing = () =>
      [...container.querySelectorAll<SVGPathElement>('path[fill="none"]')].filter(
        (one) => one.style.strokeOpacity === "1",
      ).length;
    expect(standing()).toBe(0);
    fireEvent.mouseEnter(box(/^Proxy clashes/));
    expect(standing()).toBe(2);
    fireEvent.mouseLeave(box(/^Proxy clashes/));
    expect(standing()).toBe(0);
    expect(onHover.mock.calls).toEqual([["proxyClashes"], [null]]);
  });

  it("draws thin neutral arrows while points are not known", () => {
    const { container } = render(<CausalMap {...PROPS} links={null} />);
    expect(strokes(container, "var(--apart)")).toHaveLength(0);
    const widths = [...strokes(container, "var(--ctl)")].map((one) => one.getAttribute("stroke-width"));
    expect(new Set(widths)).toEqual(new Set(["1.4"]));
  });

  it("dashes what the overview hides and what shapes only the rung, and prints points, in the full map", () => {
    const { container } = render(<CausalMap {...PROPS} mode="full" width={1250} height={700} />);
    expect(container.querySelectorAll('rect[stroke-dasharray="4 3"]')).toHaveLength(4);
    expect(container.querySelectorAll('path[stroke-dasharray="5 4"]')).toHaveLength(3);
    expect(container.textContent).toContain("−27");
  });

  it("can leave the page as a picture: no foreign objects, no text under 11 px", () => {
    const { container } = render(<CausalMap {...PROPS} mode="full" width={716} height={434} />);
    expect(container.querySelector("foreignObject")).toBeNull();
    const sizes = [...container.querySelectorAll("text")].map((one) => Number(one.getAttribute("font-size")));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
  });
});

describe("its table twin", () => {
  it("has a row for every link and every box", () => {
    render(<MapTable {...PROPS} />);
    const [links, boxes] = screen.getAllByRole("table");
    expect(links?.querySelectorAll("tbody tr")).toHaveLength(35);
    expect(boxes?.querySelectorAll("tbody tr")).toHaveLength(23);
  });
});
