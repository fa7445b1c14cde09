import { reportedSession, type ReportTable, sessionReport } from "../../../app/model/session/report.ts";
import { listed } from "../../../app/model/words/text.ts";
import type { Subject } from "../subject.ts";
import type { Slide } from "./slides.ts";

/** Letters of a line that leave room for the others; the report has the whole. */
const [LONGEST, BELOW_FIGURES] = [300, 220];
/** What was said, the most voted for. */
const SAID = 3;

const short =
  (most: number) =>
  (line: string): string =>
    line.length > most ? `${line.slice(0, most - 22).trimEnd()}… (whole in the report)` : line;

/** @param points signed, as shown: "+3", "±0" */
const movedText = (points: string): string =>
  /^[+−]/.test(points)
    ? `moved by ${points} ${/^.1$/.test(points) ? "point" : "points"}`
    : "stayed as it was";

/** What a room's weights came to, how it moved and split, and what it leaves to watch; none where no workshop was held. */
export function workshopSlides({ case: theCase, workshop }: Subject): Slide[] {
  const session = reportedSession(theCase, workshop);
  if (!session) return [];
  const { title, result, room, minority, tables } = sessionReport(theCase, session);
  const rowsOf = (id: ReportTable["id"]) => tables.find((one) => one.id === id)?.rows ?? [];
  const rounds = rowsOf("rounds");
  const last = rounds.at(-1)?.[0];
  const drivers = rowsOf("drivers").map(([factor = "", share = ""]) => `${factor} ${share}`);
  // Their third cell is there only where each is large enough to be told apart.
  const teams = rowsOf("teams").flatMap(([team = "", , pooled]) => (pooled === undefined ? [] : [`${team} ${pooled}`])); // prettier-ignore
  const voted = (id: ReportTable["id"], what: string): string[] => {
    const said = rowsOf(id).slice(0, SAID).map(([text = "", votes = ""]) => `${text} (${votes})`); // prettier-ignore
    return said.length > 0 ? [`${what}, with votes: ${said.join("; ")}.`] : [];
  };
  const slides: Slide[] = [
    {
      id: "workshop",
      title,
      lines: result.map(short(BELOW_FIGURES)),
      figures: rounds
        .filter(([round]) => round === last)
        .map(([, when = "", , pooled = "", word = ""]) => ({ label: when, number: pooled, words: word })),
    },
    {
      id: "workshop",
      title: `${title}: what moved, and what splits the room`,
      lines: [
        ...rowsOf("moves").map(
          ([when = "", points = "", , people = ""]) =>
            `${when}: the pooled chance ${movedText(points)}${/^\d/.test(people) ? `; ${people} people moved by 5 points or more by their own weights` : ""}.`,
        ),
        ...room,
        ...(drivers.length > 0 ? [`Share of the spread by factor: ${listed(drivers)}.`] : []),
        ...(teams.length > 0 ? [`Teams, each pooled by itself: ${listed(teams)}.`] : []),
      ].map(short(LONGEST)),
    },
    {
      id: "workshop",
      title: `${title}: what to watch, and who sees it otherwise`,
      lines: [
        ...voted("sign", "Signs to watch"),
        ...voted("missing", "Factors that people miss"),
        ...(minority === "" ? [] : [`Minority report: ${minority.replaceAll("\n", " ")}`]),
      ].map(short(LONGEST)),
    },
  ];
  return slides.filter(({ lines }) => lines.length > 0);
}
