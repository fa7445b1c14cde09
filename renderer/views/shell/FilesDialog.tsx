import { useState } from "react";
import { Button, ListBox, ListBoxItem } from "react-aria-components";
import type { Dialog } from "../../state/look.ts";
import { Window } from "../../ui/Window.tsx";
import window from "../../ui/Window.module.css";
import styles from "./Dialogs.module.css";

type Props = Extract<Dialog, { kind: "files" }>;

const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** The browser edition's file dialog: the cases in its one folder, and a name to save under. */
export function FilesDialog({ purpose, folder, files, name, fileKind, choose }: Props) {
  const [typed, setTyped] = useState(name);
  const saving = purpose === "save";
  const done = (): void => choose(typed.trim() === "" ? null : { name: typed.trim() });
  return (
    <Window
      title={saving ? "Save as" : "Open a case"}
      onClose={() => choose(null)}
      foot={
        <>
          <Button className={window.button ?? ""} onPress={() => choose(null)}>
            Cancel
          </Button>
          {saving && (
            <Button
              className={`${window.button} ${window.primary}`}
              isDisabled={typed.trim() === ""}
              onPress={done}
            >
              Save
            </Button>
          )}
        </>
      }
    >
      <p className={styles.folder}>
        In the folder <b>{folder}</b>
      </p>
      {saving && (
        <label className={styles.field}>
          Name
          <input
            autoFocus
            value={typed}
            maxLength={200}
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => event.key === "Enter" && done()}
          />
        </label>
      )}
      {files.length === 0 ? (
        <p className={styles.none}>
          {fileKind === "case"
            ? "There is no case in this folder yet."
            : "There is no such file in this folder yet."}
        </p>
      ) : (
        <ListBox
          aria-label="Files"
          className={styles.list ?? ""}
          onAction={(key) => {
            const file = files.find(({ handle }) => handle === key);
            if (!file) return;
            if (saving) setTyped(file.name);
            else choose(file);
          }}
        >
          {files.map(({ handle, name: fileName, modified }) => (
            <ListBoxItem key={handle} id={handle} textValue={fileName} className={styles.item ?? ""}>
              {fileName}
              <span>{when.format(modified)}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      )}
    </Window>
  );
}
