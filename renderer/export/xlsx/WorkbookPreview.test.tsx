// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { readXlsx } from "hucre/xlsx";
import { AT_ONCE, subjectOf } from "../subject.test-help.ts";
import { WorkbookPreview } from "./WorkbookPreview.tsx";
import { workbookOf } from "./workbook.ts";

afterEach(cleanup);

test.each([true, false])(
  "the preview has the sheets of the file and no others; drawn range: %s",
  async (drawn) => {
    const whole = subjectOf();
    const subject = drawn ? whole : { ...whole, range: null };
    const { sheets } = await readXlsx(await workbookOf(subject, AT_ONCE));
    render(<WorkbookPreview subject={subject} />);
    const tabs = screen.getAllByRole("radio").map((one) => one.closest("label")?.textContent);
    expect(tabs).toEqual(sheets.map(({ name }) => name));
  },
);
