import { Plus } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { draftOf, headText } from "../../../app/model/case/judge.ts";
import { type Head, HEADS } from "../../../app/model/case/judgement.ts";
import type { Lexicon } from "../../../app/model/words/lexicon.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { type SeedNumbers, seedText } from "../../../app/model/words/seed.ts";
import { useAnswers, useApp, useCase, useDocument, useLook, useSettings } from "../../state/context.ts";
import { ASKS, offersFor } from "./heads.ts";
import sheetStyles from "./Sheet.module.css";
import styles from "./Judgement.module.css";
import type { Check } from "./useChecks.ts";
import { Written } from "./Written.tsx";

interface Props {
  readonly checks: readonly Check[];
  readonly lexicon: Lexicon;
  readonly numbers: SeedNumbers | null;
  readonly outside: number | null;
}

/** Milliseconds without a key until what is typed next is an undo step of its own. */
const PAUSE = 1200;
let pause: ReturnType<typeof setTimeout> | undefined;

/** The document under its fixed heads. */
export function Sheet({ checks, lexicon, numbers, outside }: Props) {
  const app = useApp();
  const theCase = useCase();
  const settings = useSettings();
  const horizon = useLook((look) => look.horizon);
  const points = useAnswers((state) => state.now?.answer.why.horizons[horizon]?.points) ?? {};
  const write = (head: Head, text: string): void => {
    app.edit({ edit: "editJudgement", head, text }, `judgement:${head}`);
    clearTimeout(pause);
    pause = setTimeout(() => app.document.endGesture(), PAUSE);
  };
  const rest = (): void => {
    clearTimeout(pause);
    app.document.endGesture();
  };
  return (
    <article className={styles.paper} aria-label="The judgement, being written">
      {HEADS.map(({ id, label, list }) => (
        <section key={id} className={styles.section}>
          <header>
            <h2>{label}</h2>
            <Offers
              head={id}
              label={label}
              lines={offersFor(theCase, id, settings, horizon, points)}
              onAdd={(line) => app.edit({ edit: "addToJudgement", head: id, line })}
            />
          </header>
          <Written
            id={`judgement-${id}`}
            label={label}
            value={headText(theCase, id)}
            placeholder={ASKS[id]}
            list={list}
            lead={id === "bottomLine"}
            checks={checks.filter(({ head }) => head === id)}
            lexicon={lexicon}
            onChange={(text) => write(id, text)}
            onRest={rest}
          />
          {id === "bottomLine" && <FromModel numbers={numbers} lexicon={lexicon} outside={outside} />}
        </section>
      ))}
    </article>
  );
}

/** Lines that the case offers; nothing where it has none. */
function Offers(props: {
  readonly head: Head;
  readonly label: string;
  readonly lines: readonly string[];
  readonly onAdd: (line: string) => void;
}) {
  if (props.lines.length === 0) return null;
  return (
    <MenuTrigger>
      <Button className={sheetStyles.offer ?? ""} aria-label={`${props.label}: add from the case`}>
        <Plus size={13} aria-hidden /> From the case
      </Button>
      <Popover className={styles.popover ?? ""} placement="bottom start">
        <Menu
          className={styles.menu ?? ""}
          aria-label={props.label}
          onAction={(key) => props.onAdd(props.lines[Number(key)] ?? "")}
        >
          {props.lines.map((line, i) => (
            <MenuItem key={i} id={String(i)} className={styles.item ?? ""}>
              {line}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Where the bottom line's numbers come from, and the model's sentence: put in on demand, never by itself. */
function FromModel({ numbers, lexicon, outside }: Pick<Props, "numbers" | "lexicon" | "outside">) {
  const app = useApp();
  const theCase = useCase();
  const scenario = useDocument((state) => state.scenario);
  const range = useAnswers((state) => (state.rangeStale ? null : state.range));
  if (!numbers) return null;
  const { horizon, p } = numbers;
  const seed = seedText(theCase, lexicon, numbers);
  const { seeded } = draftOf(theCase);
  const written = headText(theCase, "bottomLine");
  const at = range?.horizons[horizon];
  const take = (): void => {
    const from = seeded && written.includes(seeded.text) ? seeded.text : null;
    const text = from
      ? written.replace(from, () => seed)
      : written.trim() === ""
        ? seed
        : `${seed} ${written}`;
    app.edit({ edit: "seedJudgement", text, seeded: { scenario, horizon, text: seed } });
  };
  const isIn = written.includes(seed);
  const moved = !isIn && seeded !== undefined && written.includes(seeded.text);
  return (
    <>
      <p className={styles.basis}>
        Model: {percentLabel(p)}
        {at ? `, 4 in 5 plausible weightings ${percentLabel(at.low)} to ${percentLabel(at.high)}` : ""}.
        {outside === null ? "" : ` Outside view: ${percentLabel(outside)}.`} Judgement, not frequency.
      </p>
      {!isIn && (
        <div className={sheetStyles.seed}>
          <p>
            <b>{moved ? "The model now says: " : "The model’s sentence: "}</b>
            {seed}
          </p>
          <Button onPress={take}>{moved ? "Take the new sentence" : "Put it in"}</Button>
        </div>
      )}
    </>
  );
}
