import { Check, Info, TriangleAlert } from "lucide-react";
import { Button } from "react-aria-components";
import type { Finding, FindingKind } from "../../../app/model/author/check.ts";
import { useApp, useCase } from "../../state/context.ts";
import aside from "./Aside.module.css";
import styles from "./Author.module.css";
import { useEdit } from "./useEdit.ts";
import { CheckProgress } from "./CheckProgress.tsx";
import { useCheck } from "./useCheck.ts";

/** How many stand beside what is edited; all of them have a page. */
const SHOWN = 3;

/** What is to be put right, what speaks of the part in hand first. */
export function CheckPart({ part }: { readonly part: string | null }) {
  const app = useApp();
  const check = useCheck();
  const findings = check.result?.findings ?? null;
  const here = (one: Finding) => (part !== null && one.about.includes(part) ? 0 : 1);
  const grave = findings?.filter(({ severity }) => severity !== "hint").length ?? 0;
  const sorted = findings?.toSorted((a, b) => here(a) - here(b)) ?? [];
  return (
    <div className={styles.part}>
      <div className={styles.title}>
        <h2>Check</h2>
        <span className={styles.count}>
          {findings === null ? "…" : summed(grave, findings.length - grave)}
        </span>
      </div>
      <Findings findings={sorted.slice(0, SHOWN)} />
      {sorted.length > SHOWN && (
        <Button className={styles.small ?? ""} onPress={() => app.look.setState({ author: "check" })}>
          All {sorted.length}
        </Button>
      )}
      {/* Below them: what comes and goes while one edits must not move their buttons. */}
      <CheckProgress check={check} />
      {findings !== null && <Fine findings={findings} />}
    </div>
  );
}

/** "13 to fix, 5 hints": the two are all there are. */
export function summed(grave: number, hints: number): string {
  const said = [
    ...(grave > 0 ? [`${grave} to fix`] : []),
    ...(hints > 0 ? [`${hints} ${hints === 1 ? "hint" : "hints"}`] : []),
  ];
  return said.length === 0 ? "nothing to fix" : said.join(", ");
}

/** Each with what would put it right. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const app = useApp();
  const edit = useEdit();
  const theCase = useCase();
  const show = (id: string | undefined) => {
    if (id === undefined) {
      app.look.setState({ author: "text" });
      return;
    }
    const isFactor = theCase.factors.some((one) => one.id === id);
    const isMechanism = theCase.mechanisms.some((one) => one.id === id);
    app.look.setState(
      isFactor || isMechanism
        ? { selected: id, author: isFactor ? "factors" : "mechanisms" }
        : { author: "outcome" },
    );
  };
  return (
    <ul className={aside.findings}>
      {findings.map((one) => (
        <li key={`${one.kind} ${one.about.join(" ")} ${one.text}`}>
          {one.severity === "hint" ? (
            <Info size={15} strokeWidth={1.8} aria-label="Hint" />
          ) : (
            <TriangleAlert size={15} strokeWidth={one.severity === "error" ? 2.4 : 1.8} aria-label="To fix" />
          )}
          <p>{one.text}</p>
          <span className={aside.fixes}>
            {one.fixes.map((fix) => (
              <Button key={fix.label} className={styles.small ?? ""} onPress={() => edit(fix.edit)}>
                {fix.label}
              </Button>
            ))}
            {one.fixes.length === 0 && (
              <Button className={styles.small ?? ""} onPress={() => show(one.about[0])}>
                {one.kind === "noText" ? "Paste the text" : "Show"}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const FINE: readonly { readonly text: string; readonly kinds: readonly FindingKind[] }[] = [
  { text: "Every factor reaches the outcome", kinds: ["noEffect", "weightUnread"] },
  { text: "The outcome has its causes", kinds: ["outcomeWithoutCause", "noCause"] },
  { text: "Every outcome can be reached", kinds: ["unreachableRung", "ceiling"] },
  { text: "Every factor moves the answer", kinds: ["insensitive", "noEffect", "weightUnread"] },
  {
    text: "Every part names its source",
    kinds: ["noSource", "noText", "unknownParagraph", "claimWithoutSource"],
  },
];

/** What was looked for and not found. */
function Fine({ findings }: { readonly findings: readonly Finding[] }) {
  const found = new Set(findings.map(({ kind }) => kind));
  const { horizons } = useCase();
  const fine = [
    "No loops: every arrow leads on",
    ...FINE.filter(({ kinds }) => !kinds.some((kind) => found.has(kind))).map(({ text }) => text),
    `Horizons: ${horizons.map(({ years }) => Math.round(years * 100) / 100).join(", ")} years`,
  ];
  return (
    <ul className={aside.fine}>
      {fine.map((text) => (
        <li key={text}>
          <Check size={14} strokeWidth={2} aria-hidden />
          {text}
        </li>
      ))}
    </ul>
  );
}
