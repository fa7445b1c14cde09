// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";
import type { GroupAnswer } from "../../../app/model/group/answer.ts";
import { append, newSession } from "../../../app/model/session/chain.ts";
import { goTo } from "../../../app/model/session/commands.ts";
import { answer, clock, SETUP } from "../../../app/model/session/session.test-help.ts";
import { closedRounds, stateOf } from "../../../app/model/session/state.ts";
import type { Happened, Session } from "../../../app/model/session/types.ts";
import { silentApp } from "../../state/fakes.test-help.ts";
import { useWorkOf, WorkContext, type WorkedRound } from "./context.ts";
import { Reasons } from "./Reasons.tsx";

const now = clock();
const TEXTS = ["Rude.", "First.", "Second.", "Third."];
const opened = newSession("s", SETUP, now());
const session = append(
  opened,
  [
    ...goTo(SETUP, stateOf(opened), "round1"),
    ...TEXTS.flatMap((text, i): Happened[] => [
      { type: "joined", participant: `p${i}`, source: "lan", admitted: true },
      {
        type: "response",
        response: answer({ id: `x${i}`, participant: `p${i}`, reasons: [{ target: "b", text }] }),
        late: false,
      },
    ]),
    { type: "roundClosed", round: "r1" },
  ],
  now(),
);
/** All weigh b alike: every reason stands on one side. */
const said = { people: TEXTS.map(() => ({ weights: { a: 1, b: 5, c: 1 } })) } as unknown as GroupAnswer;

function Page({ record }: { readonly record: boolean }) {
  const [kept, setKept] = useState<Session>(session);
  const work = useWorkOf(kept, record);
  const round = closedRounds(work.view)[0];
  return (
    <WorkContext
      value={{ ...work, happen: (happened) => setKept((before) => append(before, happened, now())) }}
    >
      {round && <Reasons worked={{ round, answer: said } as unknown as WorkedRound} only="b" />}
    </WorkContext>
  );
}
const quotes = () => [...document.querySelectorAll("blockquote")].map((one) => one.textContent);
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("a reason is hidden on the console too, makes room for the next, and is shown again", () => {
  show(silentApp().app, <Page record={false} />);
  expect(quotes()).toEqual(["Rude.", "First.", "Second."]);
  press("Hide: Rude.");
  expect(quotes()).toEqual(["Hidden by the facilitator", "First.", "Second.", "Third."]);
  press("Show: Rude.");
  expect(quotes()).toEqual(["Rude.", "First.", "Second."]);
});

test("a workshop that is over is only looked at", () => {
  show(silentApp().app, <Page record />);
  expect(quotes()).toHaveLength(3);
  expect(screen.queryByRole("button")).toBeNull();
});
