import { test } from "./app.ts";
import { endEdition, launchBrowser, startEdition } from "./edition.ts";
import { golden, steadyPage } from "./page/steady.ts";

test("every chart and panel from fixtures", async ({ userData, folder }) => {
  const edition = await startEdition(userData, folder);
  const browser = await launchBrowser();
  const gallery = `${new URL(edition.url).origin}/gallery/index.html`;
  const page = await steadyPage(browser, gallery, { width: 1500, height: 1600 });
  await page.locator('#item-band-plain [aria-busy="false"]').waitFor();
  await page.waitForTimeout(1000);
  const alone: string[] = [];
  for (const item of await page.locator("figure[data-item]").all()) {
    const id = (await item.getAttribute("data-item")) ?? "";
    if ((await item.getAttribute("data-alone")) !== null) alone.push(id);
    else await golden(page, `item-${id}`, `#item-${id} [data-frame]`);
  }
  for (const id of alone) {
    await page.goto(`${gallery}?only=${id}`);
    await page.locator("[role=dialog], [role=alertdialog]").waitFor();
    await golden(page, `item-${id}`, "[role=dialog], [role=alertdialog]");
  }
  await browser.close();
  await endEdition(edition, "SIGTERM");
});
