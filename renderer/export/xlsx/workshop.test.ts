import { expect, test } from "vitest";
import { append } from "../../../app/model/session/chain.ts";
import { sessionReport } from "../../../app/model/session/report.ts";
import { groupAnswer } from "../../../app/model/group/answer.ts";
import { groupRequest } from "../../../app/model/session/round.ts";
import { dryRun } from "../../../app/model/session/session.test-help.ts";
import { firstChoices, setupOf } from "../../../app/model/session/setup.ts";
import { closedRounds, stateOf } from "../../../app/model/session/state.ts";
import { storedAggregate } from "../../../app/model/session/stored.ts";
import { viewOf } from "../../../app/model/session/view.ts";
import { shippedCase } from "../../../app/model/shipped.test-help.ts";
import { subjectOf } from "../subject.test-help.ts";
import { workshopSheet } from "./workshop.ts";

const theCase = shippedCase("russia-iran-syria");
const setup = setupOf(theCase, firstChoices(theCase), { scenario: "Article", inputs: {} }, "1", 1);
const held = dryRun({ ...setup, dryRun: true });
const view = viewOf(stateOf(held));
const aggregates = closedRounds(view).flatMap((round) => {
  const request = groupRequest(setup, round);
  if (!request) return [];
  const aggregate = storedAggregate(setup, view, round, groupAnswer(theCase, {}, request));
  return [{ type: "aggregate" as const, aggregate }];
});
const session = append({ ...held, events: held.events.slice(0, -1) }, aggregates, "2026-02-05T09:00:00.000Z");
const sheet = workshopSheet(subjectOf({ ...theCase, sessions: [session] }))?.table() ?? [];
const { tables } = sessionReport(theCase, session);

test("a column of a table is one of numbers or one of texts; only what is off the scale stands among numbers", () => {
  for (const { id, title, columns, rows } of tables.filter((one) => one.id !== "method")) {
    const at = sheet.findIndex(([first]) => first?.text === title);
    expect([id, at >= 0]).toEqual([id, true]);
    columns.forEach((name, column) => {
      const cells = rows
        .map((_, i) => sheet[at + 2 + i]?.[column])
        .filter((cell) => cell && cell.text !== "");
      const words = cells.filter((cell) => !cell?.number).map((cell) => cell?.text ?? "");
      const mixed = words.length < cells.length && words.some((text) => !/^(<1|>99)%$/.test(text));
      expect([id, name, mixed]).toEqual([id, name, false]);
    });
  }
});
