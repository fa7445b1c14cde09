import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** A participant's phone: its own context, so that nothing is shared with another one. */
export class Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Scripts, styles and anything else that went wrong on it. */
  readonly complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => {
      // A room that is away, or turns somebody away, shows as a failed request.
      if (message.type() === "error" && !/Failed to load resource|ERR_/.test(message.text()))
        this.complaints.push(message.text());
    });
  }

  static async open(browser: Browser, url: string): Promise<Phone> {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      // Its person goes on past the warning of an encrypted room.
      ignoreHTTPSErrors: url.startsWith("https:"),
    });
    const phone = new Phone(context, await context.newPage());
    await phone.page.goto(url);
    return phone;
  }

  heading(text: string | RegExp) {
    return this.page.getByRole("heading", { level: 1, name: text });
  }

  async join(name: string, code?: string): Promise<void> {
    if (code !== undefined) await this.page.locator("#code").fill(code);
    await this.page.locator("#name").fill(name);
    await this.page.getByRole("button", { name: "Join" }).click();
    await expect(this.page.locator("#name")).toHaveCount(0);
  }

  /** Sets every slider of the page: the chances before any model, or the distances. */
  async slide(values: readonly number[]): Promise<void> {
    const sliders = this.page.locator("input[type=range]");
    await expect(sliders.first()).toBeVisible();
    const count = await sliders.count();
    for (let n = 0; n < count; n += 1) await sliders.nth(n).fill(String(values[n % values.length] ?? 0));
  }

  async next(): Promise<void> {
    await this.page.locator("button.main").click();
  }

  /** From the first page of a round of ranks and swings to the last: the chances, order, distances. */
  async fillRound(low: number, best: number, high: number, distances: readonly number[]): Promise<void> {
    await expect(this.heading("Before any model")).toBeVisible();
    await this.slide([low, high, best]);
    await this.next();
    await expect(this.page.locator("ol.order")).toBeVisible();
    await this.next();
    await expect(this.heading("How far does each one go?")).toBeVisible();
    await this.slide(distances);
    await this.next();
    await expect(this.heading("Check and send")).toBeVisible();
  }

  /** The warm-up from its first page to sending: spans and best guesses, in the order of the fields. */
  async practise(values: readonly string[]): Promise<void> {
    await expect(this.heading("To warm up")).toBeVisible();
    for (const [n, field] of (await this.page.locator("input[inputmode=decimal]").all()).entries())
      await field.fill(values[n % values.length] ?? "");
    await this.next();
    await this.send();
  }

  /** One remark from the page that has a box of this name. */
  async remark(label: string, text: string): Promise<void> {
    const box = this.page.locator("details").filter({ hasText: label });
    const field = box.getByRole("textbox");
    if (!(await field.isVisible())) await box.locator("summary").click();
    await field.fill(text);
    await box.getByRole("button", { name: "Send", exact: true }).click();
    await expect(box.getByRole("status")).toContainText("Sent, without your name");
  }

  async send(): Promise<void> {
    await this.page.getByRole("button", { name: "Send my answer" }).click();
  }
}
