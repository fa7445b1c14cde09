// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { ChartBarStacked } from "lucide-react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readNetwork } from "../../app/model/interchange/interchange.ts";
import { Inference } from "../../app/model/network/inference.ts";
import { FIRST_CHOICE } from "./choice.ts";
import type { ExportChart } from "./choice.ts";
import { ExportDialog } from "./ExportDialog.tsx";
import type { ExportDialogProps } from "./ExportDialog.tsx";
import type { ExportFile } from "./make.ts";
import { subjectOf } from "./subject.test-help.ts";

beforeEach(() => {
  vi.stubGlobal("CSS", { escape: (name: string) => name });
  URL.createObjectURL = () => "blob:picture";
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const chart = (id: string, label: string): ExportChart => ({
  id,
  label,
  icon: ChartBarStacked,
  title: `${label}: unlikely\u00a0(20–45%)`,
  subtitle: "Article baseline.",
  notes: ["Four in five between 26% and 39%."],
  table: { caption: "Chance", columns: ["Horizon", "Breaks"], rows: [["Long run", 33]] },
  render: (width, look) => (
    <svg width={width} height={100}>
      <text>{`33% ${look}`}</text>
    </svg>
  ),
});

const SUBJECT = subjectOf();

function open(part: Partial<ExportDialogProps> = {}) {
  const saved: ExportFile[] = [];
  const calls = { choice: vi.fn(), close: vi.fn(), copied: vi.fn(), marking: vi.fn() };
  render(
    <ExportDialog
      isOpen
      onClose={calls.close}
      charts={[chart("horizon", "By horizon"), chart("why", "Why")]}
      subject={SUBJECT}
      onMarking={calls.marking}
      prints={false}
      initial={{ ...FIRST_CHOICE, chart: "horizon", format: "svg" }}
      onChoice={calls.choice}
      save={async (file) => {
        saved.push(file);
        return "done";
      }}
      copy={async (content) => {
        calls.copied(content);
        return "done";
      }}
      {...part}
    />,
  );
  return { saved, ...calls };
}
const ready = () => screen.findByRole("img", { name: /unlikely \(20–45%\)/ }, { timeout: 20_000 });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("the first export of a case asks for its marking; none is an answer", () => {
  const { marking: _asked, ...theCase } = SUBJECT.case;
  const unasked = { ...SUBJECT, case: theCase };
  const { marking } = open({ subject: unasked });
  expect(screen.queryByRole("button", { name: "Export" })).toBeNull();
  fireEvent.click(screen.getByRole("radio", { name: "TLP:RED" }));
  fireEvent.change(screen.getByRole("textbox"), { target: { value: " Draft " } });
  press("Keep");
  expect(marking).toHaveBeenLastCalledWith({ text: "Draft", tlp: "TLP:RED" });
  press("No marking");
  expect(marking).toHaveBeenLastCalledWith({ text: "", tlp: "" });
});

test("exports the picture as it stands, with its numbers beside it, and closes", async () => {
  const { saved, close } = open();
  await ready();
  press("Export");
  await waitFor(() => expect(close).toHaveBeenCalled());
  expect(saved.map(({ name, kind }) => [name, kind])).toEqual([
    ["russia-and-iran-in-syria by-horizon long-run article-baseline.svg", "svg"],
  ]);
  const picture = String(saved[0]?.data);
  const numbers = saved[0]?.beside;
  for (const words of [
    "Draft · TLP:AMBER+STRICT</text>",
    "33% print",
    "By horizon",
    "seed 1",
    "not frequency",
    "@font-face",
    "data:font/woff2;base64,",
  ])
    expect(picture).toContain(words);
  const lines = numbers?.split("\r\n") ?? [];
  expect(lines.slice(0, 3)).toEqual(["Horizon,Breaks", "Long run,33", ""]);
  for (const line of ["Title,By horizon: unlikely (20–45%)", "Marking,Draft · TLP:AMBER+STRICT", "Seed,1"])
    expect(lines).toContain(line);
});

test("without its caption a picture still says that it is judgement", async () => {
  const { saved, choice } = open({
    initial: { ...FIRST_CHOICE, chart: "why", format: "svg", beside: false },
  });
  await ready();
  fireEvent.click(screen.getByRole("checkbox", { name: "Caption and source line" }));
  expect(choice).toHaveBeenLastCalledWith(expect.objectContaining({ caption: false, chart: "why" }));
  // What stands there belongs to the choice before: it must not be written.
  press("Export");
  expect(saved).toEqual([]);
  const button = screen.getByRole<HTMLButtonElement>("button", { name: "Export" });
  await waitFor(() => expect(button.disabled).toBe(false));
  press("Export");
  await waitFor(() => expect(saved).toHaveLength(1));
  const drawn = String(saved[0]?.data).replace(/<desc[^]*<\/style>/, "");
  expect(drawn).toContain("Numbers are judgement drawn from an argument, not frequency.");
  expect(drawn).not.toContain("seed 1");
  expect(drawn).not.toContain("Four in five");
});

test("a failure is said in place, nothing more is written, and the dialog stays", async () => {
  const save = vi.fn(async () => ({ failed: "The disk is full: free some space." }));
  const { close } = open({ save });
  await ready();
  press("Export");
  expect((await screen.findByRole("alert")).textContent).toBe("The disk is full: free some space.");
  expect(save).toHaveBeenCalledTimes(1);
  expect(close).not.toHaveBeenCalled();
});

test("the numbers alone can be copied and saved", async () => {
  const { saved, copied } = open({ initial: { ...FIRST_CHOICE, chart: "horizon", tab: "data", bom: true } });
  expect(screen.getByRole("cell", { name: "33" })).toBeTruthy();
  press("Copy data");
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe("Copied."));
  expect(copied).toHaveBeenCalledWith({ png: null, text: expect.stringContaining("Long run,33") });
  press("Export");
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(String(saved[0]?.data).startsWith("\ufeffHorizon")).toBe(true);
});

test("the case is taken to another program as a network that bears its marking and answers the same", async () => {
  const { saved } = open({ initial: { ...FIRST_CHOICE, chart: "horizon", tab: "data" } });
  fireEvent.click(screen.getByRole("radio", { name: "Network" }));
  expect(screen.getByRole("region", { name: "Preview" }).textContent).toContain("One phase of the case");
  fireEvent.click(screen.getByRole("radio", { name: "GeNIe .xdsl" }));
  press("Export");
  await waitFor(() => expect(saved).toHaveLength(1));
  const [file] = saved;
  expect(file).toMatchObject({
    name: "russia-and-iran-in-syria network long-run article-baseline.xdsl",
    kind: "xdsl",
  });
  const read = readNetwork(String(file?.data), "xdsl");
  if (!read.ok) throw new Error(read.sentence);
  const { variables } = read.network;
  const { marginals } = new Inference(read.network).posteriors(new Map());
  const nodes = SUBJECT.answer.result.horizons[SUBJECT.horizon]?.nodes ?? {};
  for (const { id, label } of [...SUBJECT.case.factors, ...SUBJECT.case.mechanisms]) {
    const p = marginals[variables.findIndex((one) => one.label === label)] ?? [];
    nodes[id]?.p.forEach((share, k) => expect(p[k]).toBeCloseTo(share, 9));
  }
});

test("what holds every chart waits for those that are still worked out; a single one does not", async () => {
  const isDisabled = () => screen.getByRole("button", { name: "Export" }).hasAttribute("disabled");
  open({ isWorking: true, initial: { ...FIRST_CHOICE, chart: "horizon", tab: "bundle" } });
  expect(isDisabled()).toBe(true);
  expect(screen.getByRole("status").textContent).toBe("Some charts are still being worked out.");
  cleanup();
  open({ isWorking: true });
  await ready();
  await waitFor(() => expect(isDisabled()).toBe(false));
  cleanup();
  open({ isWorking: false, initial: { ...FIRST_CHOICE, chart: "horizon", tab: "bundle" } });
  expect(isDisabled()).toBe(false);
});

test("what could not be read in a column is taken at page width, says so, and the column stays chosen for the rest", async () => {
  const map = { ...chart("map", "Map"), tooWideForColumn: true as const };
  const initial = { ...FIRST_CHOICE, chart: "map", size: "column" as const };
  const { choice } = open({ charts: [chart("horizon", "By horizon"), map], initial });
  expect(screen.queryByRole("radio", { name: "Column" })).toBeNull();
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Page" }).checked).toBe(true);
  expect(screen.getByText(/too small to read/)).toBeTruthy();
  fireEvent.click(screen.getByRole("radio", { name: "By horizon" }));
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Column" }).checked).toBe(true);
  expect(choice).toHaveBeenLastCalledWith(expect.objectContaining({ size: "column", chart: "horizon" }));
});
