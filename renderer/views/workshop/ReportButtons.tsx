import { Button } from "react-aria-components";
import { sessionReport } from "../../../app/model/session/report.ts";
import { signedNumber } from "../../../app/model/words/numbers.ts";
import { toCsv } from "../../export/csv.ts";
import { useApp, useCase } from "../../state/context.ts";
import button from "../../ui/button.module.css";
import { saveCsv } from "../trail/saveCsv.ts";
import { useWork } from "./context.ts";

/** Ways to take a report of the workshop out. */
export function ReportButtons() {
  const app = useApp();
  const theCase = useCase();
  const { session } = useWork();
  const csv = (): void => {
    const { title, marking, sentences, minority, tables } = sessionReport(theCase, session);
    const head = [
      marking,
      title,
      ...sentences,
      ...(minority === "" ? [] : [`Minority report: ${minority}`]),
      marking,
    ];
    const text = [
      toCsv({
        columns: [head.find((line) => line !== "") ?? title],
        rows: head
          .filter((line) => line !== "")
          .slice(1)
          .map((line) => [line]),
      }),
      // Points are numbers: a text that begins with a sign would be kept from being a formula.
      ...tables.map(({ title: caption, columns, rows }) =>
        toCsv({
          columns: [caption],
          rows: [columns, ...rows.map((row) => row.map((text) => signedNumber(text) ?? text))],
        }),
      ),
    ].join("\r\n");
    void saveCsv(app, `${session.setup.caseId} workshop.csv`, text);
  };
  return (
    <>
      <Button
        className={button.button ?? ""}
        onPress={() => app.look.setState({ dialog: { kind: "export", chart: null, workshop: session.id } })}
      >
        Report, workbook or slides…
      </Button>
      <Button className={button.button ?? ""} onPress={csv}>
        CSV of all tables
      </Button>
    </>
  );
}
