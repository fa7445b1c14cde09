// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { LiveAnswer } from "./LiveAnswer.tsx";
import { QuestionPage } from "./QuestionPage.tsx";

test("the event is read with the word that the answer has, at every horizon", async () => {
  const { app } = fakeApp();
  show(
    app,
    <>
      <LiveAnswer />
      <QuestionPage />
    </>,
  );
  for (const horizon of ["now", "long"]) {
    app.look.setState({ horizon });
    await waitFor(() => {
      const live = screen.getByTestId("answer").parentElement?.textContent ?? "";
      const [, word] = /, (.+\)): moves/.exec(live) ?? [];
      const read = screen.getByText("Reads as").parentElement?.textContent ?? "";
      expect(word).toBeTruthy();
      expect(read).toContain(word);
    });
  }
});
