import { useSyncExternalStore } from "react";

function subscribe(changed: () => void): () => void {
  const { fonts } = document as Partial<Document>;
  fonts?.addEventListener("loadingdone", changed);
  return () => fonts?.removeEventListener("loadingdone", changed);
}

/** How many faces are ready: a component that measures text reads it to be drawn again when a font arrives. */
export function useFonts(): number {
  return useSyncExternalStore(subscribe, () => {
    let ready = 0;
    (document as Partial<Document>).fonts?.forEach((face) => (ready += face.status === "loaded" ? 1 : 0));
    return ready;
  });
}
