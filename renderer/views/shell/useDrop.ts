import { useEffect, useState } from "react";
import { isBallot, takeBallots } from "../../state/ballots.ts";
import { useApp } from "../../state/context.ts";
import type { Files } from "../../state/files.ts";

/** A case file dropped anywhere on the window is opened, answer files go to the workshop; nothing else happens to what is dropped. */
export function useDrop(files: Files): boolean {
  const app = useApp();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    // Further in than the window, where what nobody takes is turned away.
    const onOver = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      const ballots = [...(event.dataTransfer?.files ?? [])].filter(({ name }) => isBallot(name));
      if (ballots.length > 0) void takeBallots(app, ballots);
      else if (file) void files.openDropped(file);
    };
    document.addEventListener("dragover", onOver);
    document.addEventListener("dragleave", onLeave);
    document.addEventListener("drop", onDrop);
    return () => {
      document.removeEventListener("dragover", onOver);
      document.removeEventListener("dragleave", onLeave);
      document.removeEventListener("drop", onDrop);
    };
  }, [files, app]);
  return over;
}
