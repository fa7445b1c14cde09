import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { saveCase } from "../app/model/case/door.ts";
import { applyEdit } from "../app/model/case/edits.ts";
import type { Happened, Session } from "../app/model/session/types.ts";
import { append } from "../app/model/session/chain.ts";
import { dryRun, SETUP } from "../app/model/session/session.test-help.ts";
import { shippedCase } from "../app/model/shipped.test-help.ts";
import { test as base, expect } from "@playwright/test";
import { type RunningEdition, endEdition, launchBrowser, startEdition } from "./edition.ts";
import { settled } from "./page/explore.ts";
import { openExport, written } from "./page/exports.ts";

// The same case, exported at the same moment by computers that stand elsewhere and speak otherwise.

/** Far ahead of and behind UTC; where commas part numbers, where i has a dot, where ä comes after z; and a place whose clocks leave out this day's midnight. */
const PLACES = [
  { locale: "en-US", timezoneId: "UTC" },
  { locale: "de-DE", timezoneId: "Pacific/Kiritimati" },
  { locale: "tr-TR", timezoneId: "America/Los_Angeles" },
  { locale: "sv-SE", timezoneId: "Asia/Beirut" },
] as const;
/** Clocks of Beirut go from 23:59 on the 28th to 1:00 on the 29th. */
const MOMENT = new Date("2026-03-29T10:30:00Z");

/** A workshop on the shipped case whose teams each language puts in an order of its own. */
function held(): Session {
  const factors = shippedCase("russia-iran-syria").factors.slice(0, 3);
  const whole = dryRun({
    ...SETUP,
    factors: SETUP.factors.map((factor, i) => ({ ...factor, label: factors[i]?.label ?? "" })),
  });
  const teams = ["ä", "z", "İ", "i"];
  const moved = teams.flatMap((group, t) =>
    [1, 2, 3].map((n): Happened => ({ type: "moved", participant: `sim-${String(3 * t + n)}`, group })),
  );
  return append(whole, moved, "2026-02-03T12:00:00Z");
}

const test = base.extend<{ editions: (folder: string) => Promise<RunningEdition> }>({
  editions: async ({}, use, info) => {
    const begun: RunningEdition[] = [];
    await use(async (folder) => {
      const edition = await startEdition(info.outputPath(`state-${String(begun.length)}`), folder, [
        join(folder, "case.entente"),
      ]);
      begun.push(edition);
      return edition;
    });
    for (const edition of begun) await endEdition(edition, "SIGKILL");
  },
});

test("a bundle of everything is the same bytes whatever the time zone and the language of the computer", async ({
  editions,
}, info) => {
  test.setTimeout(400_000);
  const theCase = applyEdit(shippedCase("russia-iran-syria"), { edit: "keepSession", session: held() });
  const browser = await launchBrowser();
  const bundles: Uint8Array[] = [];
  for (const place of PLACES)
    await test.step(`${place.locale}, ${place.timezoneId}`, async () => {
      const folder = info.outputPath(place.locale);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, "case.entente"), saveCase(theCase));
      const context = await browser.newContext(place);
      const page = await context.newPage();
      await page.clock.setFixedTime(MOMENT);
      await page.goto((await editions(folder)).url);
      await settled(page);
      const dialog = await openExport(page, "Bundle");
      const extras = dialog.getByRole("group", { name: "Also inside" }).getByRole("checkbox");
      for (const extra of await extras.all()) if (!(await extra.isChecked())) await extra.press("Space");
      bundles.push(await readFile(await written(page, folder, ".zip")));
      await context.close();
    });
  await browser.close();

  const [first, ...others] = bundles.map((bundle) => unzipSync(bundle));
  const names = Object.keys(first ?? {});
  for (const kind of [/\.svg$/, /\.csv$/, /\.xlsx$/, /\.pptx$/, /report\.html$/, /\.entente$/])
    expect(
      names.some((name) => kind.test(name)),
      String(kind),
    ).toBe(true);
  expect(Buffer.from(first?.["report.html"] ?? []).toString()).toContain("Workshop");
  others.forEach((other, i) => {
    const differ = names.filter((name) => !Buffer.from(first?.[name] ?? []).equals(other[name] ?? new Uint8Array())); // prettier-ignore
    expect(differ, PLACES[i + 1]?.locale).toEqual([]);
  });
  for (const bundle of bundles) expect(Buffer.from(bundle).equals(bundles[0] ?? new Uint8Array())).toBe(true);
});
