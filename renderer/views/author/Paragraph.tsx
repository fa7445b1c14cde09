import { Eye, EyeOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import {
  joined,
  leftOut,
  nameOfWords,
  type Retold,
  retold,
  split,
  wholeWords,
} from "../../../app/model/author/paragraphs.ts";
import type { Group, SourceParagraph } from "../../../app/model/case/types.ts";

import { useApp, useCase } from "../../state/context.ts";
import styles from "./Author.module.css";
import { addClaim, addFactor, addMechanism } from "./adding.ts";
import { PartChips } from "./PartChips.tsx";
import type { Mark } from "./TextPage.tsx";
import text from "./Text.module.css";

interface Props {
  readonly paragraph: SourceParagraph;
  readonly mark: Mark | null;
  readonly onMark: (mark: Mark) => void;
}

/** One paragraph: its words can be changed, marked and made into parts of the case. */
export function Paragraph({ paragraph, mark, onMark }: Props) {
  const app = useApp();
  const theCase = useCase();
  const { id, text: words } = paragraph;
  const left = paragraph.left === true;
  const all = theCase.source.paragraphs ?? [];
  const at = all.findIndex((one) => one.id === id);
  const set = (paragraphs: readonly SourceParagraph[], gesture: string | null = null) =>
    app.edit({ edit: "setParagraphs", paragraphs }, gesture);
  /** Cuts or joins, and goes on typing at place `i` of the text from sign `from` on. */
  const retell = ({ paragraphs, moved }: Retold, i: number, from: number) => {
    if (paragraphs === all) return;
    app.document.endGesture();
    app.edit({ edit: "setParagraphs", paragraphs, moved });
    requestAnimationFrame(() => typeAt(i, from));
  };
  const cut = (from: number) => retell(split(all, id, from), at + 1, 0);
  const join = (i: number) => retell(joined(all, all[i]?.id ?? ""), i, (all[i]?.text.length ?? 0) + 1);
  const remark = ({ selectionStart: start, selectionEnd: end }: HTMLTextAreaElement) =>
    onMark({ paragraph: id, start, end });
  const pressed = useRef(false);
  const chosen = mark
    ? words
        .slice(...wholeWords(words, mark.start, mark.end))
        .replace(/\s+/g, " ")
        .trim()
    : "";
  const bar = useRef<HTMLDivElement>(null);
  const isOpen = mark !== null && !left;
  // Below the last paragraph in view it would open unseen.
  useEffect(() => {
    if (isOpen) bar.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen, chosen]);
  return (
    <li
      data-paragraph
      className={text.paragraph}
      data-open={mark !== null || undefined}
      data-left={left || undefined}
    >
      <span className={text.number}>{id}</span>
      <textarea
        aria-label={`Paragraph ${id}${left ? ", left out" : ""}`}
        rows={1}
        value={words}
        // What opens or closes below a paragraph moves the text: not while it is dragged over, but once that is done.
        onPointerDown={({ currentTarget }) => {
          pressed.current = document.activeElement !== currentTarget;
        }}
        onFocus={({ currentTarget }) => {
          if (!pressed.current) remark(currentTarget);
          pressed.current = false;
        }}
        onSelect={({ currentTarget }) => remark(currentTarget)}
        onChange={({ target }) => set(retold(all, id, target.value.replaceAll("\n", " ")), `paragraph ${id}`)}
        onBlur={() => app.document.endGesture()}
        onKeyDown={(event) => {
          const { selectionStart, selectionEnd } = event.currentTarget;
          if (event.key === "Enter") {
            event.preventDefault();
            cut(selectionStart);
          } else if (event.key === "Backspace" && selectionStart === 0 && selectionEnd === 0 && at > 0) {
            event.preventDefault();
            join(at - 1);
          }
        }}
      />
      <div className={text.below}>
        {mark && !left && (
          <div ref={bar} className={text.bar} role="group" aria-label={`What to do with paragraph ${id}`}>
            {chosen === "" ? (
              <>
                <span>Select words to make a factor, a mechanism or a claim of them.</span>
                <Button
                  className={styles.small ?? ""}
                  isDisabled={mark.start <= 0 || mark.start >= words.length}
                  onPress={() => cut(mark.start)}
                >
                  Split here
                </Button>
                <Button
                  className={styles.small ?? ""}
                  isDisabled={at === all.length - 1}
                  onPress={() => join(at)}
                >
                  Join with the next
                </Button>
              </>
            ) : (
              <MakeOf key={chosen} words={chosen} paragraph={id} />
            )}
          </div>
        )}
        <PartChips paragraph={id} />
      </div>
      {/* After the bar: Tab goes from the words to what is made of them. */}
      <Button
        className={styles.icon ?? ""}
        aria-label={left ? `Take paragraph ${id} in again` : `Leave paragraph ${id} out`}
        onPress={() => set(leftOut(all, id, !left))}
      >
        {left ? <EyeOff size={15} aria-hidden /> : <Eye size={15} aria-hidden />}
      </Button>
    </li>
  );
}

/** Puts the caret into the text's nth paragraph. */
function typeAt(n: number, from: number): void {
  const field = document.querySelectorAll<HTMLTextAreaElement>("[data-paragraph] textarea")[n];
  field?.focus();
  field?.setSelectionRange(from, from);
}

const KINDS: readonly (readonly [Group, string])[] = [
  ["apart", "Pulls them apart"],
  ["together", "Holds them together"],
  ["timing", "Brings the day after"],
];

/** Selected words become a part of the case, under a name that can be changed first. */
function MakeOf({ words, paragraph }: { readonly words: string; readonly paragraph: string }) {
  const app = useApp();
  const theCase = useCase();
  const begin = nameOfWords(words);
  const [name, setName] = useState(begin);
  const made = name.trim();
  /** Once something is made under this name, the next one begins from the words again. */
  const make = (add: () => void) => () => {
    add();
    setName(begin);
  };
  return (
    <>
      <input
        aria-label="Name of what is made of the selected words"
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      {KINDS.map(([group, label]) => (
        <Button
          key={group}
          className={`${styles.small} ${group === "together" ? styles.hold : styles.apart}`}
          aria-label={`Factor: ${label.toLowerCase()}`}
          isDisabled={made === ""}
          onPress={make(() => addFactor(app, theCase, { label: made, group, paragraphs: [paragraph] }))}
        >
          {label}
        </Button>
      ))}
      <Button
        className={`${styles.small} ${styles.none}`}
        isDisabled={made === ""}
        onPress={make(() => addMechanism(app, theCase, { label: made, paragraphs: [paragraph] }))}
      >
        Mechanism
      </Button>
      <Button
        className={styles.small ?? ""}
        isDisabled={made === ""}
        onPress={make(() =>
          addClaim(app, theCase, { text: name === begin ? words.trim() : made, paragraph }),
        )}
      >
        Claim
      </Button>
    </>
  );
}
