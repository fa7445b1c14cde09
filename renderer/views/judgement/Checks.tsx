import { Check as Tick } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { headText } from "../../../app/model/case/judge.ts";
import type { Head } from "../../../app/model/case/judgement.ts";
import { draftOf } from "../../../app/model/case/judge.ts";
import { LEXICONS, lexiconOf } from "../../../app/model/words/lexicon.ts";
import { applyFix, type Fix } from "../../../app/model/words/lint.ts";
import { useApp, useCase } from "../../state/context.ts";
import button from "../../ui/button.module.css";
import { SelectField } from "../../ui/SelectField.tsx";
import checksStyles from "./Checks.module.css";
import styles from "./Judgement.module.css";
import type { Check, Checks as All } from "./useChecks.ts";

interface Props {
  readonly checks: All;
  readonly onGo: (head: Head, span: { start: number; end: number } | null) => void;
}

/** What is to settle in the text, each with the change that settles it; then what holds. */
export function Checks({ checks, onGo }: Props) {
  const app = useApp();
  const theCase = useCase();
  const { open, settled } = checks;
  const make = (head: Head, fix: Fix): void =>
    app.edit({ edit: "editJudgement", head, text: applyFix(headText(theCase, head), fix) });
  const row = lexiconOf(draftOf(theCase).row);
  return (
    <section className={styles.card} aria-labelledby="judgement-checks">
      <header>
        <h2 id="judgement-checks">Checks</h2>
        <span className={checksStyles.count} role="status">
          {open.length === 0 ? "All settled" : `${open.length} to settle`}
        </span>
      </header>
      <ol className={checksStyles.checks}>
        {open.map((check) => (
          <OneCheck key={check.number} check={check} onGo={onGo} onFix={(fix) => make(check.head, fix)} />
        ))}
      </ol>
      <ul className={checksStyles.settled}>
        {settled.map((says) => (
          <li key={says}>
            <Tick size={14} aria-hidden /> {says}
          </li>
        ))}
      </ul>
      <label className={checksStyles.row}>
        Scale of words
        <SelectField
          value={row.id}
          onChange={(event) => app.edit({ edit: "setJudgementRow", row: event.target.value })}
        >
          {LEXICONS.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </label>
    </section>
  );
}

function OneCheck(props: {
  readonly check: Check;
  readonly onGo: Props["onGo"];
  readonly onFix: (fix: Fix) => void;
}) {
  const { number, head, finding, title, sentence } = props.check;
  const name = `${title}, check ${number}`;
  const fix = finding?.fix;
  return (
    <li>
      <Button
        className={checksStyles.number ?? ""}
        aria-label={`${number}: show in the text`}
        onPress={() => props.onGo(head, finding)}
      >
        {number}
      </Button>
      <p>
        <b>{title}.</b> {sentence}
      </p>
      {fix && (
        <Button className={button.button ?? ""} aria-label={`Fix: ${name}`} onPress={() => props.onFix(fix)}>
          Fix
        </Button>
      )}
      {!fix && finding?.picks && (
        <MenuTrigger>
          <Button className={button.button ?? ""} aria-label={`Pick: ${name}`}>
            Pick
          </Button>
          <Popover className={styles.popover ?? ""} placement="bottom end">
            <Menu
              className={styles.menu ?? ""}
              aria-label="Words with their ranges"
              onAction={(key) => {
                const pick = finding.picks?.[Number(key)];
                if (pick) props.onFix(pick.fix);
              }}
            >
              {finding.picks.map(({ word }, i) => (
                <MenuItem key={word} id={String(i)} className={styles.item ?? ""}>
                  {word}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
      {!finding && (
        <Button
          className={button.button ?? ""}
          aria-label={`Write: ${name}`}
          onPress={() => props.onGo(head, null)}
        >
          Write
        </Button>
      )}
    </li>
  );
}
