// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { Paragraph } from "./Paragraph.tsx";

const words = "One partner wants to leave.";

test("a paragraph is marked when it is come to by keyboard, and by pointer only once the button is up", () => {
  const onMark = vi.fn();
  show(fakeApp().app, <Paragraph paragraph={{ id: "P1", text: words }} mark={null} onMark={onMark} />);
  const field = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Paragraph P1" });
  fireEvent.focus(field);
  expect(onMark).toHaveBeenCalledTimes(1);
  field.blur();
  onMark.mockClear();

  fireEvent.pointerDown(field);
  fireEvent.mouseDown(field);
  field.focus();
  expect(onMark).not.toHaveBeenCalled();
  field.setSelectionRange(4, 11);
  fireEvent.mouseUp(field);
  expect(onMark).toHaveBeenCalledExactlyOnceWith({ paragraph: "P1", start: 4, end: 11 });
});
