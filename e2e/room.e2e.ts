import { request } from "node:http";
import type { Browser } from "@playwright/test";
import type { RoomState } from "../app/bridge/contract.ts";
import { sampleRound, sampleSetup, sampleStage } from "../app/room/sample.test-help.ts";
import { expect, test } from "./app.ts";
import { call } from "./bridge.ts";
import { desktopKind } from "./desktop.ts";
import { launchBrowser } from "./edition.ts";
import { Phone } from "./page/phone.ts";

/* Phones in the room of either host, through its real process, over the address that the facilitator would choose. */

let browser: Browser;
test.beforeAll(async () => {
  browser = await launchBrowser();
});
test.afterAll(() => browser.close());

const setup = sampleSetup(["one", "two", "three"], ["calm <b>", "worst"]);
const stage = sampleStage(sampleRound(setup));

test.describe(`the room in the ${desktopKind} or browser`, () => {
  test("phones answer, the program is killed and started again, and everybody is still there with their answer", async ({
    start,
  }) => {
    const open = async (page: Parameters<typeof call>[0]): Promise<RoomState> => {
      const [first] = await call(page, "room:addresses");
      const state = await call(page, "room:open", {
        session: "e2e-1",
        address: first?.address ?? "127.0.0.1",
        port: null,
        byHand: false,
        encrypted: false,
        setup,
      });
      if ("failed" in state) throw new Error(state.message);
      await call(page, "room:show", stage);
      return state;
    };
    const first = await start();
    expect(await call(first.page, "room:state")).toBeNull();
    const state = await open(first.page);
    const [dana, noor] = [
      await Phone.open(browser, state.url),
      await Phone.open(browser, state.url.replace(/#.*/, "")),
    ];
    await dana.join("Dana");
    await noor.join("dana", state.code.toLowerCase());
    // The code that was scanned stands in nobody's history.
    expect(dana.page.url()).not.toContain("#");
    await dana.fillRound(10, 30, 50, [60, 20]);
    await dana.send();
    await expect(dana.heading("Your answer is in")).toBeVisible();
    await noor.slide([20, 60, 40]);

    await first.kill();
    await expect(noor.page.getByText("The laptop does not answer")).toBeVisible({ timeout: 30_000 });
    const second = await start();
    const again = await open(second.page);
    expect([again.url, again.code]).toEqual([state.url, state.code]);
    await expect(noor.page.getByText("The laptop does not answer")).toBeHidden({ timeout: 30_000 });
    // What was being filled in is still there; what was sent is on disk.
    await expect(noor.page.getByText("40%")).toBeVisible();
    await noor.page.reload();
    await noor.next();
    await noor.next();
    await noor.slide([50, 0]);
    await noor.next();
    await noor.send();
    await expect(noor.heading("Your answer is in")).toBeVisible();
    await dana.page.reload();
    await expect(dana.heading("Your answer is in")).toBeVisible();

    const read = await call(second.page, "journal:read", { session: "e2e-1", since: 0 });
    if ("failed" in read) throw new Error(read.message);
    const facts = read.entries.flatMap((entry) => (entry.by === "room" ? [entry.fact] : []));
    expect(facts.map(({ type }) => type)).toEqual(["joined", "joined", "response", "response"]);
    expect(facts.flatMap((fact) => (fact.type === "joined" ? [fact.name] : []))).toEqual([
      "Dana",
      "dana (2)",
    ]);
    await call(second.page, "room:close");
    await expect(dana.heading("The room is closed")).toBeVisible();
    for (const phone of [dana, noor]) expect(phone.complaints).toEqual([]);
  });

  test("an encrypted room: past the warning a phone answers and is shown the reveal; plain HTTP gets nothing", async ({
    start,
  }) => {
    const { page } = await start();
    const [first] = await call(page, "room:addresses");
    const state = await call(page, "room:open", {
      session: "e2e-2",
      address: first?.address ?? "127.0.0.1",
      port: null,
      byHand: false,
      encrypted: true,
      setup,
    });
    if ("failed" in state) throw new Error(state.message);
    expect(state.fingerprint).toMatch(/^([0-9A-F]{4} ){3}[0-9A-F]{4}$/);
    await call(page, "room:show", stage);

    const own = `${state.address}:${String(state.port)}`;
    const plain = await new Promise<{ status: number | undefined; to: string | undefined; body: string }>(
      (done, fail) => {
        request(`http://${own}/`, { agent: false }, (reply) => {
          let body = "";
          reply.on("data", (part: Buffer) => (body += String(part)));
          reply.on("end", () => done({ status: reply.statusCode, to: reply.headers.location, body }));
        })
          .on("error", fail)
          .end();
      },
    );
    expect(plain).toEqual({ status: 307, to: `https://${own}/`, body: "" });

    // Without its person's word Chromium does not go there.
    const wary = await browser.newContext();
    await expect((await wary.newPage()).goto(state.url)).rejects.toThrow("ERR_CERT_AUTHORITY_INVALID");
    await wary.close();

    const dana = await Phone.open(browser, state.url);
    await dana.join("Dana");
    await dana.fillRound(10, 30, 50, [60, 20]);
    await dana.send();
    await expect(dana.heading("Your answer is in")).toBeVisible();
    await dana.page.reload();
    await expect(dana.heading("Your answer is in")).toBeVisible();
    await call(page, "room:show", sampleStage({ show: "reveal", title: "What we said", strips: [] }));
    await expect(dana.heading("What we said")).toBeVisible();
    await call(page, "room:close");
    await expect(dana.heading("The room is closed")).toBeVisible();
    expect(dana.complaints).toEqual([]);
  });
});
