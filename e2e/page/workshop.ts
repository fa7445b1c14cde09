import { expect, type Page } from "@playwright/test";
import { press } from "./press.ts";

/* The facilitator's window while a workshop runs. */

export const workshopOf = (page: Page) => page.getByRole("main", { name: "Workshop" });

/** How many of the people are in with the round that runs: "11 of 12 are in". */
export const areIn = (page: Page, text: string) =>
  expect(workshopOf(page).getByRole("status").filter({ hasText: "are in" })).toHaveText(text, {
    timeout: 60_000,
  });

/** The card that says how to join; the projector's picture says it as well. */
export const joinCard = (page: Page) => page.getByRole("region", { name: "Join" });

/** Opens the room on the first address. @returns what phones need */
export async function openRoom(page: Page): Promise<{ readonly code: string; readonly address: string }> {
  await press(page, "Open the room");
  const said = async (pattern: RegExp) =>
    ((await joinCard(page).getByText(pattern).textContent()) ?? "").trim();
  return { code: await said(/^[A-Z0-9]{3} [A-Z0-9]{3}$/), address: await said(/^\d+\.\d+\.\d+\.\d+:\d+$/) };
}
