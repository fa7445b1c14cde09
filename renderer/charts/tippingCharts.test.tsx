// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { axisTo } from "./axis.ts";
import { SignsDumbbell } from "./SignsDumbbell.tsx";
import { TippingDots } from "./TippingDots.tsx";
import { Tornado } from "./Tornado.tsx";
import { WordMap } from "./WordMap.tsx";

beforeEach(() => {
  class Observer implements ResizeObserver {
    observe() {
      return;
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

const texts = (container: HTMLElement) => [...container.querySelectorAll("svg text")].map(({ textContent }) => textContent); // prettier-ignore

const bars = [
  { id: "a b", label: "Assad secure", low: { label: "very low", chance: 0.07 }, high: { label: "very high", chance: 0.52 } },
  { id: "c", label: "Cut off", low: { label: "low", chance: null }, high: { label: "low", chance: null } },
]; // prettier-ignore

test("a tornado prints both ends, and a bar that cannot be has dashes and nothing to press", () => {
  const pressed = vi.fn();
  const { container } = render(
    <Tornado label="Break" rows={bars} order={["c", "a b"]} axis={axisTo(0.52)} base={0.33} width={400} rowHeight={24} onApply={pressed} />,
  );
  expect(texts(container)).toEqual(expect.arrayContaining(["7", "52", "–", "Cut off"]));
  expect(screen.getAllByRole("button")).toHaveLength(2);
  fireEvent.click(screen.getByRole("button", { name: "Assad secure very low: 7%. Apply" }));
  expect(pressed).toHaveBeenCalledWith("a b", "low");
}); // prettier-ignore

test("for a picture a tornado is an image that says its bars", () => {
  render(<Tornado label="Break" rows={bars} order={[]} axis={axisTo(0.52)} base={0.33} width={400} rowHeight={24} />);
  expect(screen.getByRole("img").querySelector("title")?.textContent).toContain("Assad secure: 7% (very low) to 52% (very high). Cut off: low cannot be");
  expect(screen.queryAllByRole("button")).toEqual([]);
}); // prettier-ignore

test("dots: what cannot be is not drawn, the tip is filled, and each mark is told apart from its row's others", () => {
  const pressed = vi.fn();
  const marks = [0.1, null, 0.25, 0.4, 0.6].map((chance, i) => ({ id: `v${i}`, label: `level ${i}`, chance, isTip: i === 4 })); // prettier-ignore
  const row = { id: "a of b", label: "Factor", tone: "apart", marks, plausible: null, says: "enough", isEnough: true } as const; // prettier-ignore
  const { container } = render(
    <TippingDots label="Alone" rows={[row]} order={["a of b"]} axis={axisTo(0.6)} target={{ label: "likely", low: 0.55, high: 0.8, tone: "apart" }} base={0.2} marks="dots" width={500} rowHeight={24} onApply={pressed} />,
  );
  expect(container.querySelectorAll("circle")).toHaveLength(4);
  expect(screen.getAllByRole("button")).toHaveLength(4);
  fireEvent.click(screen.getByRole("button", { name: /level 4: 60%, the tipping point/ }));
  expect(pressed).toHaveBeenCalledWith("a of b", "v4");
}); // prettier-ignore

test("states that move the answer so little that their dots would lie on one another are ticks", () => {
  const row = (id: string, chances: readonly number[]) =>
    ({ id, label: id, tone: "apart", plausible: null, says: "", isEnough: false, marks: chances.map((chance, i) => ({ id: `v${i}`, label: `level ${i}`, chance, isTip: false })) }) as const;
  const { container } = render(
    <TippingDots label="Alone" rows={[row("wide", [0.1, 0.2, 0.3]), row("close", [0.3, 0.303, 0.306])]} order={[]} axis={axisTo(0.6)} target={{ label: "likely", low: 0.55, high: 0.8, tone: "apart" }} base={0.2} marks="dots" width={500} rowHeight={24} />,
  );
  expect(container.querySelectorAll("circle")).toHaveLength(3);
  expect(container.querySelectorAll('line[class*="mark"]')).toHaveLength(3);
}); // prettier-ignore

test("what is seen and what is not stay two marks where they give the same answer", () => {
  const rows = [{ id: "s", label: "Says nothing", yes: 0.2, ifYes: 0.3, ifNo: 0.3, steps: 0 }];
  const { container } = render(
    <SignsDumbbell label="Signs" rows={rows} order={["s"]} axis={{ start: 0.2, ...axisTo(0.4) }} base={0.3} width={600} rowHeight={34} />,
  );
  const radius = (name: string) => Number([...container.querySelectorAll(`circle[class*="${name}"]`)].at(-1)?.getAttribute("r"));
  expect(radius("unseen")).toBeGreaterThan(radius("_seen") + 1);
}); // prettier-ignore

test("the mark of the case hides no number of the map: one that would lie under it stands beside it", () => {
  const chances = Array.from({ length: 5 }, (_, r) => Array.from({ length: 5 }, (_, c) => (10 + 5 * r + c) / 100));
  const axis = { label: "A", values: ["1", "2", "3", "4", "5"] };
  const { container } = render(
    <WordMap label="A by A" rows={axis} columns={axis} chances={chances} bands={[{ id: "all", label: "all", low: 0 }]} here={{ row: 2.67, column: 3, chance: 0.25 }} width={500} height={250} />,
  );
  const numbers = [...container.querySelectorAll('text[class*="number"]')];
  expect(numbers).toHaveLength(25);
  const mark = [...container.querySelectorAll('circle[class*="here"]')].at(-1);
  const of = (element: Element | undefined, name: string) => Number(element?.getAttribute(name));
  for (const number of numbers)
    expect(Math.hypot(of(number, "x") - of(mark, "cx"), of(number, "y") - 4 - of(mark, "cy"))).toBeGreaterThan(of(mark, "r") + 6);
}); // prettier-ignore

test("the map prints every number once, draws impossible cells as such, and a border where words change", () => {
  const pressed = vi.fn();
  const bands = [{ id: "low", label: "low (00–50%)", low: 0 }, { id: "high", label: "high (50–99%)", low: 0.495 }];
  const { container } = render(
    <WordMap label="A by B" rows={{ label: "A", values: ["few", "many"] }} columns={{ label: "B", values: ["few", "some", "many"] }} chances={[[0.1, 0.2, 0.6], [0.004, null, 0.7]]} bands={bands} here={{ row: 0.5, column: 0.5, chance: 0.15 }} width={500} height={300} onApply={pressed} />,
  );
  expect(texts(container)).toEqual(expect.arrayContaining(["10", "20", "60", "<1", "–", "70", "15", "low (00–50%)", "high (50–99%)"]));
  expect(container.querySelectorAll('path[class*="contour"]')[0]?.getAttribute("d")).toMatch(/^M/);
  expect(screen.getAllByRole("button")).toHaveLength(5);
  fireEvent.click(screen.getByRole("button", { name: "A many, B few: <1%. Apply" }));
  expect(pressed).toHaveBeenCalledWith(1, 0);
}); // prettier-ignore

test("a sign that cannot be seen now says so and offers the other side alone", () => {
  const pressed = vi.fn();
  const rows = [{ id: "s 1", label: "Planes fly", yes: 0.2, ifYes: null, ifNo: 0.3, steps: 0 }];
  render(
    <SignsDumbbell label="Signs" rows={rows} order={["s 1"]} axis={{ start: 0.2, ...axisTo(0.4) }} base={0.3} width={600} rowHeight={34} onApply={pressed} />,
  );
  expect(screen.getByText("cannot be seen now")).toBeTruthy();
  expect(screen.getAllByRole("button")).toHaveLength(1);
  fireEvent.click(screen.getByRole("button", { name: "Planes fly, not seen: 30%. Apply" }));
  expect(pressed).toHaveBeenCalledWith("s 1", false);
}); // prettier-ignore
