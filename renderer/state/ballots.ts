import { handIn, readBallot } from "../../app/model/session/ballot.ts";
import type { App } from "./app.ts";

/** Whether a file is an answer to a workshop. */
export const isBallot = (name: string): boolean => name.toLowerCase().endsWith(".ballot.json");

/** A file that holds one answer is never larger. */
const MOST_BYTES = 200_000;

/** Takes answer files into the workshop under way; each that cannot be is refused in one sentence. */
export async function takeBallots(app: App, files: readonly File[]): Promise<void> {
  const { workshop } = app;
  let taken = 0;
  for (const file of files) {
    const { session, record } = workshop.getState();
    if (!session || record)
      return app.notify("Answer files are taken while a workshop is going on.", "error");
    const read =
      file.size > MOST_BYTES
        ? ({ ok: false, sentence: "It is larger than any answer." } as const)
        : readBallot(session, await file.text());
    if (!read.ok) {
      app.notify(`${file.name}: ${read.sentence}`, "error");
      continue;
    }
    const { name, response } = read.value;
    const { happened, participant } = handIn(session, "file", response, name);
    workshop.happen(happened);
    workshop.name(participant, name);
    taken++;
    const late = happened.some((one) => one.type === "response" && one.late);
    app.notify(late ? `${name} came late: kept, and not counted.` : `${name} is in, from ${file.name}.`);
  }
  if (taken > 1 && taken === files.length) app.notify(`${taken} answers are in.`);
}
