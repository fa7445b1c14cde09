import { FileText } from "lucide-react";
import { useState } from "react";
import { Button, FileTrigger } from "react-aria-components";
import { numbered } from "../../../app/model/author/paragraphs.ts";
import { useApp, useCase } from "../../state/context.ts";
import { SourcePart } from "./SourcePart.tsx";
import styles from "./Author.module.css";
import { MadeFrom } from "./MadeFrom.tsx";
import { Paragraph } from "./Paragraph.tsx";
import text from "./Text.module.css";

/** Characters of a text that is opened; a book is no article. */
const MOST = 400_000;

/** What is selected in the text: a paragraph and the words from `start` to `end`. */
export interface Mark {
  readonly paragraph: string;
  readonly start: number;
  readonly end: number;
}

/** The text that the case is made from, in numbered paragraphs; factors and mechanisms are made of its words. */
export function TextPage() {
  const theCase = useCase();
  const paragraphs = theCase.source.paragraphs ?? [];
  const [mark, setMark] = useState<Mark | null>(null);
  return (
    <>
      <section className={`${styles.wide} ${text.sheet}`} aria-label="Text" data-region="text">
        <div className={text.column}>
          {paragraphs.length === 0 ? (
            <Paste />
          ) : (
            <>
              <div className={text.head}>
                <p>
                  Select words and say what they are: the paragraph is linked by itself. Enter splits a
                  paragraph, Backspace at its beginning joins it to the one before.
                </p>
                <OtherText />
              </div>
              <ol className={text.paragraphs}>
                {paragraphs.map((one) => (
                  <Paragraph
                    key={one.id}
                    paragraph={one}
                    mark={mark?.paragraph === one.id ? mark : null}
                    onMark={setMark}
                  />
                ))}
              </ol>
            </>
          )}
        </div>
      </section>
      <aside className={styles.aside} aria-label="From the text" data-region="from-text">
        <MadeFrom />
        <SourcePart />
      </aside>
    </>
  );
}

/** Puts a text in the place of the present one; one step of undo. */
function useText() {
  const app = useApp();
  return (whole: string, from: string): void => {
    if (whole.length > MOST)
      return app.notify(
        `${from} is longer than ${MOST.toLocaleString("en")} characters: take a part.`,
        "error",
      );
    const paragraphs = numbered(whole);
    if (paragraphs.length === 0) return app.notify(`${from} has no words.`, "error");
    app.edit({ edit: "setParagraphs", paragraphs });
  };
}

function OpenText() {
  const app = useApp();
  const take = useText();
  return (
    <FileTrigger
      acceptedFileTypes={[".txt", ".md", "text/plain", "text/markdown"]}
      onSelect={(list) => {
        const file = list?.[0];
        if (file)
          file.text().then(
            (whole) => take(whole, file.name),
            () => app.notify(`${file.name} could not be read.`, "error"),
          );
      }}
    >
      <Button className={styles.button ?? ""}>
        <FileText size={15} aria-hidden /> Open a text…
      </Button>
    </FileTrigger>
  );
}

/** The text is there already: it can be taken away, which is undone like everything else. */
function OtherText() {
  const app = useApp();
  return (
    <Button
      className={styles.small ?? ""}
      onPress={() => app.edit({ edit: "setParagraphs", paragraphs: [] })}
    >
      Take another text
    </Button>
  );
}

function Paste() {
  const take = useText();
  const [typed, setTyped] = useState("");
  return (
    <div className={text.empty}>
      <h2>What does the case rest on?</h2>
      <p>
        Paste the article or report here, or open a text file. It is cut into numbered paragraphs that you can
        split, join and leave out; factors and mechanisms made of its words keep their paragraph. A case can
        also do without a text: then claims name their sources.
      </p>
      <textarea
        aria-label="The text"
        placeholder="Paste the text here"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData("text/plain");
          if (typed.trim() !== "" || pasted.trim() === "") return;
          event.preventDefault();
          take(pasted, "What was pasted");
        }}
      />
      <div className={styles.buttons}>
        <Button
          className={`${styles.button} ${styles.primary}`}
          isDisabled={typed.trim() === ""}
          onPress={() => take(typed, "The text")}
        >
          Number the paragraphs
        </Button>
        <OpenText />
      </div>
    </div>
  );
}
