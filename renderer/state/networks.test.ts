import { expect, test } from "vitest";
import { openDocument } from "../../app/model/case/door.ts";
import { isNetworkCase } from "../../app/model/case/network-case.ts";
import { writeNetwork } from "../../app/model/interchange/interchange.ts";
import { asia } from "../../app/model/network/asia.test-help.ts";
import { presentCase, presentNetwork } from "./document.ts";
import { fakeApp } from "./fakes.test-help.ts";
import { createFiles } from "./files.ts";
import { screensOf } from "./screens.ts";

const bif = writeNetwork({ ...asia, name: "unknown" }, "bif");
const ref = { handle: "b".repeat(16), name: "asia.bif", folder: "/nets" };
const until = async (done: () => boolean): Promise<void> => {
  while (!done()) await new Promise((next) => setTimeout(next, 1));
};

function setUp(text = bif) {
  const fake = fakeApp({
    handlers: {
      "files:read": () => ({ ...ref, text, stamp: "1" }),
      "files:pickOpen": () => ({ outcome: "picked", file: ref }),
      "files:pickSave": () => ({ outcome: "picked", file: { ...ref, name: "asia.entente" } }),
      "files:write": () => ({ stamp: "2" }),
    },
  });
  return { ...fake, files: createFiles(fake.app) };
}

test("a network's file opens as a new case in no file, and is never written over", async () => {
  const { app, files, calls } = setUp();
  await files.open();
  expect(app.document.getState()).toMatchObject({ file: null, stamp: null, name: "asia" });
  expect(presentNetwork(app.document.getState())?.title).toBe("asia");
  expect(app.isEdited()).toBe(false);
  expect(app.look.getState().notice?.text).toBe("Opened asia.bif as a new case.");
  await files.save();
  expect(calls("files:pickSave")).toEqual([{ name: "asia.entente", kind: "case" }]);
  const [written] = calls("files:write") as { text: string }[];
  const read = openDocument(written?.text ?? "");
  expect(read.ok && isNetworkCase(read.case)).toBe(true);
  app.close();
});

test("a saved network is a document like any other", async () => {
  const first = setUp();
  await first.files.open();
  const theCase = presentNetwork(first.app.document.getState());
  first.app.close();
  const { app, files } = setUp(`${JSON.stringify(theCase, null, 2)}\n`);
  await files.openDropped(new File([JSON.stringify(theCase)], "mine.entente"));
  expect(presentNetwork(app.document.getState())).toEqual(theCase);
  expect(app.document.getState().name).toBe("mine.entente");
  app.close();
});

test("what was mended is said once", async () => {
  const { app, files } = setUp(bif.replace("table 0.01, 0.99", "table 0.0101, 0.99"));
  await files.open();
  expect(app.look.getState().notice?.text).toMatch(
    /^Opened asia\.bif as a new case\. Rows of "asia" were off/,
  );
  app.close();
});

test("a malformed network is refused with its line, and the open case stays", async () => {
  const { app, files } = setUp(bif.replace("table 0.01, 0.99", "table 0.01, often"));
  const before = app.document.getState();
  await files.open();
  expect(app.look.getState().notice).toMatchObject({ tone: "error" });
  expect(app.look.getState().notice?.text).toMatch(/^asia\.bif: .*line \d+, column \d+.*\.$/);
  expect(app.document.getState()).toBe(before);
  app.close();
});

test("every finding is asked at once", async () => {
  const { app, files } = setUp();
  await files.open();
  await until(() => app.networks.getState().tells !== null);
  app.edit({ edit: "setFinding", variable: "asia", finding: "yes" });
  await until(() => app.networks.getState().now?.case.network.findings["asia"] === "yes");
  expect(app.networks.getState().now?.answer.now[1]?.[0]).toBeCloseTo(0.05, 12);
  app.close();
});

test("the shell sees a case without parts, and one screen", async () => {
  const { app, files } = setUp();
  const argument = screensOf(presentCase(app.document.getState()));
  await files.open();
  const stand = presentCase(app.document.getState());
  expect(stand).toMatchObject({ title: "asia", factors: [], scenarios: [], horizons: [] });
  expect(presentCase(app.document.getState())).toBe(stand);
  expect(screensOf(stand).map(({ id }) => id)).toEqual([argument[0]?.id]);
  app.close();
});
