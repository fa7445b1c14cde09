import { expect, test } from "./app.ts";
import { complaintsOf } from "./page/complaints.ts";
import { misfits } from "./page/layout.ts";

// Every chart and panel from fixtures. The page is the same in both hosts: one of them shows it.

test("every item is drawn, fits its frame, and breaks no rule", async ({ page }) => {
  const complaints = complaintsOf(page);
  const gallery = `${new URL(page.url()).origin}/gallery/index.html`;
  await page.setViewportSize({ width: 1500, height: 900 });
  for (const theme of ["light", "contrast-dark"]) {
    await page.goto(`${gallery}?theme=${theme}`);
    await page.locator("figure[data-item]").last().waitFor();
    await expect(page.locator('#item-band-plain [aria-busy="false"]')).toBeVisible();
    await page.waitForTimeout(500);
    const items = await page.locator("figure[data-item]").evaluateAll((all) =>
      all.map((item) => {
        const frame = item.querySelector<HTMLElement>("[data-frame]");
        return {
          id: item.id,
          alone: item.hasAttribute("data-alone"),
          empty: frame === null || (frame.innerText + frame.innerHTML).length < 40,
          over: frame !== null && (frame.scrollWidth > frame.clientWidth + 1 || frame.scrollHeight > frame.clientHeight + 1), // prettier-ignore
        };
      }),
    );
    const shown = items.filter(({ alone }) => !alone);
    expect(shown.length).toBeGreaterThan(40);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(shown.filter(({ empty }) => empty).map(({ id }) => id)).toEqual([]);
    expect(shown.filter(({ over }) => over).map(({ id }) => id)).toEqual([]);
    const unfit: string[] = [];
    for (const { id } of shown) for (const fault of await misfits(page, `#${id} [data-frame]`)) unfit.push(`${id}: ${fault}`); // prettier-ignore
    expect(unfit).toEqual([]);
    if (theme !== "light") continue;
    for (const { id } of items.filter(({ alone }) => alone)) {
      await page.goto(`${gallery}?only=${id.replace("item-", "")}`);
      await page.locator("[role=dialog], [role=alertdialog]").waitFor();
    }
  }
  expect(complaints).toEqual([]);
});
