// @vitest-environment jsdom
import { strFromU8, unzipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { shippedCase } from "../../../app/model/shipped.test-help.ts";
import { FIRST_CHOICE } from "../choice.ts";
import { AT_ONCE, hostile, subjectOf } from "../subject.test-help.ts";
import { bundleOf } from "./write.ts";

// The report's own markup is React's, and is looked at in a browser: here is what the bundle writes around it.
vi.mock("../report/compose.tsx", () => ({
  composeReport: ({ case: { title } }: { readonly case: { readonly title: string } }) =>
    Promise.resolve({ title, html: "<h1>Report</h1>", css: "h1{color:red}" }),
}));

test.each(["</title><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<!--", "]]><b>"])(
  "%j in a case's texts is text in the report",
  async (text) => {
    const subject = subjectOf(hostile(shippedCase("us-saudi-1973"), text));
    const made = await bundleOf(
      { ...FIRST_CHOICE, chart: "", bundled: ["report"] },
      { subject, charts: [] },
      AT_ONCE,
    );
    const html = strFromU8(unzipSync(made)["report.html"] ?? new Uint8Array());
    const page = new DOMParser().parseFromString(html, "text/html");
    expect(page.querySelectorAll("script, img, b").length).toBe(0);
    expect(page.title).toBe(text);
    expect(page.querySelector("h1")?.textContent).toBe("Report");
    expect(page.querySelectorAll(".mark").length).toBe(2);
    for (const mark of page.querySelectorAll(".mark")) expect(mark.textContent).toContain(text);
  },
);
