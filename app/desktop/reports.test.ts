import { expect, test, vi } from "vitest";
import { printReport, Reports, REPORT_WINDOW } from "./reports.ts";
import { as } from "./testing.ts";

const report = { title: "Syria </title><script>", html: "<p>33%</p>", css: "p{color:red}" };

test("a report is answered under its own address, with its style sheet, until it is let go", async () => {
  const reports = new Reports();
  const { url, release } = reports.hold(report);
  const page = reports.answer(url);
  expect(page?.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(page?.headers.get("content-security-policy")).not.toMatch(/script|unsafe|connect|http/);
  const html = (await page?.text()) ?? "";
  expect(html).toContain("<p>33%</p>");
  expect(html).not.toContain("<script>");
  const sheet = /href="([^"]+)"/.exec(html)?.[1] ?? "";
  expect(await reports.answer(new URL(sheet, url).href)?.text()).toBe(report.css);
  release();
  expect(reports.answer(url)).toBeNull();
});

test("nothing else is answered", () => {
  const reports = new Reports();
  const { url } = reports.hold(report);
  for (const other of [
    `${url}x`,
    url.replace("app://entente", "app://other"),
    "app://entente/index.html",
    "app://entente/report/../index.html",
  ])
    // prettier-ignore
    expect(reports.answer(other)).toBeNull();
});

test("the window is hidden, has no preload, and goes whatever happens", async () => {
  expect(REPORT_WINDOW).toMatchObject({
    show: false,
    webPreferences: { sandbox: true, nodeIntegration: false },
  });
  expect(REPORT_WINDOW.webPreferences).not.toHaveProperty("preload");
  const reports = new Reports();
  let asked = "";
  const destroy = vi.fn();
  const printToPDF = vi.fn((_options: object) => Promise.reject(new Error("out of paper")));
  const window = {
    loadURL: (url: string) => {
      asked = url;
      expect(reports.answer(url)).not.toBeNull();
      return Promise.resolve();
    },
    webContents: { executeJavaScript: () => Promise.resolve(), printToPDF },
    destroy,
  };
  await expect(printReport(() => as(window), reports, report)).rejects.toThrow("out of paper");
  expect(printToPDF.mock.calls[0]?.[0]).toMatchObject({ generateTaggedPDF: true, preferCSSPageSize: true });
  expect(destroy).toHaveBeenCalledOnce();
  expect(reports.answer(asked)).toBeNull();
});
