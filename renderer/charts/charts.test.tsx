// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Arrivals } from "./Arrivals.tsx";
import { ChartFrame } from "./ChartFrame.tsx";
import { DotScale } from "./DotScale.tsx";
import { LadderBars } from "./LadderBars.tsx";
import type { RungInfo } from "./ladder.ts";
import { Waterfall } from "./Waterfall.tsx";

beforeEach(() => {
  class Observer implements ResizeObserver {
    readonly #told: ResizeObserverCallback;
    constructor(told: ResizeObserverCallback) {
      this.#told = told;
    }
    observe(target: Element) {
      const contentRect = { width: 600.7, height: 120 } as DOMRectReadOnly;
      this.#told([{ target, contentRect } as ResizeObserverEntry], this);
    }
    unobserve() {
      return;
    }
    disconnect() {
      return;
    }
  }
  vi.stubGlobal("ResizeObserver", Observer);
  vi.stubGlobal("CSS", { escape: (name: string) => name });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const rungs: readonly RungInfo[] = [
  { id: "hold", label: "Managed convenience", short: "Managed", tone: "r2", happened: false },
  { id: "strain", label: "Open strain", short: "Strain", tone: "r3", happened: false },
  { id: "break", label: "Break, contained", short: "Contained", tone: "r4", happened: true },
];
const row = (
  id: string,
  label: string,
  values: readonly (readonly [number, number])[],
  breakLabel: string,
) => ({
  id,
  label,
  phrase: `within ${id}`,
  breakLabel,
  rungs: values.map(([value, percent], i) => ({ id: rungs[i]?.id ?? "", value, percent })),
});
const rows = [
  row("six months", "Now", [[0.66, 67], [0.335, 33], [0.005, 0]], "<1%"), // prettier-ignore
  row("ten years", "Long run", [[0.333, 33], [0.334, 34], [0.333, 33]], "33%"), // prettier-ignore
];

test("an outcome that comes later stands in its own place of the bar, not at its end", () => {
  const marks = (of: HTMLElement) =>
    [...of.querySelectorAll("[data-rung]")].map((mark) => ({
      id: mark.getAttribute("data-rung"),
      x: Number(mark.querySelector("rect")?.getAttribute("x")),
    }));
  const bars = (known: readonly RungInfo[]) => (
    <LadderBars rows={rows.slice(1)} rungs={known} active="ten years" width={700} />
  );
  const { container, rerender } = render(bars(rungs.filter(({ id }) => id !== "strain")));
  expect(marks(container)).toHaveLength(2);
  rerender(bars(rungs));
  const drawn = marks(container).toSorted((a, b) => a.x - b.x);
  expect(drawn.map(({ id }) => id)).toEqual(["hold", "strain", "break"]);
});

test("the bars print the integers they are given, and none for a share below 5.5 %", () => {
  const { container } = render(<LadderBars rows={rows} rungs={rungs} active="ten years" width={700} />);
  const texts = [...container.querySelectorAll("svg text")].map(({ textContent }) => textContent);
  expect(texts.filter((text) => text.endsWith("%")).sort()).toEqual(
    ["67%", "33%", "<1%", "33%", "34%", "33%", "33%"].sort(),
  );
  expect(screen.getByRole("img").querySelector("title")?.textContent).toContain("Break, contained <1%");
});

test("a horizon is chosen by click and by keyboard, with one stop in the tab order", () => {
  const chosen = vi.fn();
  render(<LadderBars rows={rows} rungs={rungs} active="ten years" width={700} onSelect={chosen} />);
  const [now, long] = screen.getAllByRole("button");
  if (!now || !long) throw new Error("two rows");
  expect(long.getAttribute("aria-label")).toMatch(/^Long run, within ten years: 33% breaks\./);
  expect(long.getAttribute("aria-pressed")).toBe("true");
  expect([now.tabIndex, long.tabIndex]).toEqual([-1, 0]);
  long.focus();
  fireEvent.keyDown(long, { key: "ArrowUp" });
  expect(document.activeElement).toBe(now);
  expect([now.tabIndex, long.tabIndex]).toEqual([0, -1]);
  fireEvent.click(now);
  expect(chosen).toHaveBeenCalledWith("six months");
  expect(document.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
});

const waterfall = {
  start: { label: "All at their lowest", value: 0.02, percent: 2 },
  rows: [
    { id: "a", label: "Assad secure", value: 0.3, points: 31, tone: "apart" },
    { id: "b", label: "Air defences unable", value: 0.001, points: 0, tone: "apart" },
    { id: "c", label: "Western pressure", value: -0.02, points: -2, tone: "hold" },
  ],
  total: { label: "Chance of a break", value: 0.301, percentLabel: "31%" },
} as const;

test("the waterfall prints given points with a true minus, and no rows to reach where nothing listens", () => {
  const { container } = render(<Waterfall {...waterfall} width={280} />);
  const texts = [...container.querySelectorAll("svg text")].map(({ textContent }) => textContent);
  for (const text of ["2%", "+31", "±0", "−2", "31%"]) expect(texts).toContain(text);
  expect(screen.queryAllByRole("button")).toHaveLength(0);
});

test("rows of the waterfall tell what the pointer or the keyboard is on", () => {
  const hovered = vi.fn();
  const selected = vi.fn();
  render(<Waterfall {...waterfall} width={280} onHover={hovered} onSelect={selected} />);
  const western = screen.getByRole("button", { name: "Western pressure: −2 points" });
  fireEvent.pointerEnter(western);
  fireEvent.pointerLeave(western);
  western.focus();
  fireEvent.click(western);
  expect(hovered.mock.calls).toEqual([["c"], [null], ["c"]]);
  expect(selected).toHaveBeenCalledWith("c");
});

const bands = [
  { id: "unlikely", label: "unlikely", low: 0.2, high: 0.45 },
  { id: "even", label: "roughly even chance", low: 0.45, high: 0.55 },
];
const dots = Array.from({ length: 50 }, (_, i) => 0.25 + i * 0.003);

test("the dots are counted, explained one by one, and summed up in words", () => {
  const { container, rerender } = render(
    <DotScale dots={dots} low={0.26} high={0.39} point={0.33} ghost={0.29} width={426} dotHeight={90} maxDot={18} labels bands={bands} active={0} />, // prettier-ignore
  );
  expect(container.querySelectorAll('[data-part="dot"]')).toHaveLength(50);
  expect(container.querySelector('[data-part="dot"] title')?.textContent).toMatch(
    /^1 of 50 plausible weightings: \d+(–\d+)?%$/,
  );
  const name = screen.getByRole("img").getAttribute("aria-label");
  expect(name).toContain("The answer is 33%, unlikely (20–45%).");
  expect(name).toContain("4 in 5 plausible weightings lie from 26% to 39%");
  expect(name).toContain("Before the last change: 29%.");
  rerender(
    <DotScale dots={null} low={null} high={null} point={0.004} width={426} dotHeight={90} maxDot={18} labels bands={bands} active={null} />, // prettier-ignore
  );
  expect(container.querySelectorAll('[data-part="dot"]')).toHaveLength(0);
  expect(screen.getByRole("img").getAttribute("aria-label")).toBe(
    "The answer is <1%, outside the scale of words.",
  );
});

test("a chart has a twin as a table, a summary, and ways to take it along", async () => {
  const taken = vi.fn();
  const table = { caption: "Chance, percent", columns: ["Horizon", "Breaks"], rows: [["Long run", 33]] };
  render(
    <ChartFrame id="c" title="By horizon" summary="It breaks in 33 of 100." table={table} onExport={taken}>
      {({ width }) => <p>drawn {width} wide</p>}
    </ChartFrame>,
  );
  expect(screen.getByText("drawn 600 wide")).toBeTruthy();
  const figure = screen.getByRole("figure", { name: "By horizon" });
  const summary = document.getElementById(figure.getAttribute("aria-describedby") ?? "");
  expect(summary?.textContent).toBe("It breaks in 33 of 100.");

  const choose = async (item: string) => {
    fireEvent.click(screen.getByRole("button", { name: "Table, copy or export: By horizon" }));
    fireEvent.click(within(await screen.findByRole("menu")).getByRole("menuitem", { name: item }));
  };
  await choose("As table");
  expect(screen.getByRole("rowheader", { name: "Long run" })).toBeTruthy();
  expect(screen.getByRole("cell", { name: "33" })).toBeTruthy();
  expect(screen.queryByText("drawn 600 wide")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Back to the chart" }));
  expect(screen.getByText("drawn 600 wide")).toBeTruthy();
  await choose("Copy data");
  expect(taken.mock.calls).toEqual([["data"]]);
});

test.each([0, 4, 14, 30, 90, 1_440, 10_000, 500_000, 1e9])(
  "answers of a round that is open for %d minutes stand above few marks",
  (now) => {
    const { container } = render(
      <Arrivals at={[1, 2]} now={now} minutes={10} people={3} width={600} height={100} />,
    );
    const marks = container.querySelectorAll('text[y="96"]');
    expect(marks.length).toBeGreaterThan(2);
    expect(marks.length).toBeLessThan(10);
    expect(new Set([...marks].map(({ textContent }) => textContent)).size).toBe(marks.length);
  },
);
