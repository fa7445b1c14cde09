import { describe, expect, it } from "vitest";
import { append } from "../session/chain.ts";
import { dryRun } from "../session/session.test-help.ts";
import { openCase, saveCase } from "./door.ts";
import { applyEdit, describeEdit } from "./edits.ts";
import { stepWords } from "./step.ts";
import { shippedCase } from "../shipped.test-help.ts";

const theCase = shippedCase("russia-iran-syria");
const session = dryRun();
const kept = applyEdit(theCase, { edit: "keepSession", session });

describe("a workshop of a case", () => {
  it("is kept, saved and opened again", () => {
    expect(kept.sessions).toEqual([session]);
    const opened = openCase(saveCase(kept));
    expect(opened.ok && opened.case.sessions).toEqual([session]);
  });

  it("only grows, and nothing is kept twice", () => {
    expect(applyEdit(kept, { edit: "keepSession", session })).toBe(kept);
    const more = append(session, [{ type: "note", text: "Later" }], "2026-02-03T12:00:00Z");
    const longer = applyEdit(kept, { edit: "keepSession", session: more });
    expect(longer.sessions).toEqual([more]);
    expect(applyEdit(longer, { edit: "keepSession", session })).toBe(longer);
  });

  it("is not taken in with a broken log, and the file with one is refused in a sentence", () => {
    const events = session.events.filter(({ seq }) => seq !== 5);
    const broken = { ...session, events };
    expect(applyEdit(theCase, { edit: "keepSession", session: broken })).toBe(theCase);
    const opened = openCase(saveCase({ ...theCase, sessions: [broken] }));
    expect(opened).toMatchObject({
      ok: false,
      problem: { kind: "field", path: expect.stringContaining("sessions[0]") as string },
    });
  });

  it("loses its names and nothing else when they are taken out", () => {
    const named = applyEdit(theCase, {
      edit: "keepSession",
      session: { ...session, names: { "sim-1": "Dana" } },
    });
    const stripped = applyEdit(named, { edit: "stripNames", session: session.id });
    expect(stripped.sessions).toEqual([session]);
    expect(applyEdit(stripped, { edit: "stripNames", session: session.id })).toBe(stripped);
  });

  it("can be removed, and then the case is as before", () => {
    expect(applyEdit(kept, { edit: "removeSession", session: session.id })).toEqual(theCase);
    expect(applyEdit(kept, { edit: "removeSession", session: "none" })).toBe(kept);
  });

  it("is named in the undo list and in the trail", () => {
    expect(describeEdit(theCase, { edit: "keepSession", session })).toBe("Dry run of 3 Feb 2026 kept");
    expect(stepWords(theCase, kept).after).toMatch(/Small case, \d+ events/);
  });
});
