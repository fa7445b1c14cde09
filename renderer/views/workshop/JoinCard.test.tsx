// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { HostFact, RoomState } from "../../../app/bridge/contract.ts";
import type { Tlp } from "../../../app/model/case/marking.ts";
import { newSession } from "../../../app/model/session/chain.ts";
import { SETUP } from "../../../app/model/session/session.test-help.ts";
import { silentApp } from "../../state/fakes.test-help.ts";
import { WorkContext, useWorkOf } from "./context.ts";
import { JoinCard } from "./JoinCard.tsx";

const FINGERPRINT = "3B1A 9F02 77C4 E0D5";
const RESTRICTED = /without encryption anybody in this network can read the answers/;
const door = { address: "192.168.1.20", port: 41873, code: "K7M4PD", locked: false, byHand: false };

/** The card of a workshop with this marking, before its room opens. `before`: it had an encrypted room already. */
async function shown(tlp: Tlp, before = false) {
  const session = newSession("s-1", { ...SETUP, marking: { text: "Draft", tlp } }, "2026-11-27T12:00:00Z");
  const fact: HostFact = { type: "room", secret: "", encrypted: true, ...door };
  const { app, calls } = silentApp({
    handlers: {
      "room:addresses": () => [{ address: door.address, name: "Wi-Fi", score: 8, doubt: "" }],
      "journal:read": () => ({
        entries: before ? [{ seq: 1, at: "2026-11-27T12:00:00Z", by: "host", fact }] : [],
        damaged: false,
      }),
      "room:open": ({ encrypted }): RoomState => ({
        ...door,
        session: "s-1",
        url: `http${encrypted ? "s" : ""}://192.168.1.20:41873/#j=x`,
        fingerprint: encrypted ? FINGERPRINT : null,
        reached: true,
        people: [],
      }),
    },
  });
  const Card = () => (
    <WorkContext value={useWorkOf(session, false)}>
      <JoinCard />
    </WorkContext>
  );
  show(app, <Card />);
  const tick = await screen.findByRole("checkbox", { name: "Encrypt the connection" });
  const open = async () => {
    fireEvent.click(screen.getByRole("button", { name: "Open the room" }));
    await screen.findByText("K7M 4PD");
  };
  return { tick: tick as HTMLInputElement, open, asked: () => calls("room:open").at(-1) };
}

test("plain HTTP is what a room opens in unless asked otherwise; from TLP:AMBER on it is warned of, before and after", async () => {
  const { tick, open, asked } = await shown("TLP:AMBER");
  expect(tick.checked).toBe(false);
  expect(screen.getByText(RESTRICTED).textContent).toMatch(/^TLP:AMBER: .*paper or one passed laptop/);
  await open();
  expect(asked()).toMatchObject({ encrypted: false });
  expect(screen.getByText(RESTRICTED)).toBeTruthy();
  expect(screen.queryByText(/https:/)).toBeNull();
});

test("nothing is warned of below", async () => {
  await shown("TLP:GREEN");
  expect(screen.queryByText(RESTRICTED)).toBeNull();
});

test("encrypted, it says what phones show first, and shows the fingerprint to compare", async () => {
  const { tick, open, asked } = await shown("TLP:RED");
  fireEvent.click(tick);
  expect(screen.queryByText(RESTRICTED)).toBeNull();
  expect(screen.getByText(/Phones first show a warning/).textContent).toMatch(/Advanced.*Show details/);
  await open();
  expect(asked()).toMatchObject({ encrypted: true });
  expect(screen.getByText(FINGERPRINT)).toBeTruthy();
  expect(screen.getByText(/192\.168\.1\.20:41873/).textContent).toBe("https://192.168.1.20:41873");
  expect(screen.queryByText(RESTRICTED)).toBeNull();
});

test("a workshop whose room was encrypted opens it so again, after a restart too", async () => {
  const { tick } = await shown("", true);
  await expect.poll(() => tick.checked).toBe(true);
});
