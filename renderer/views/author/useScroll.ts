import { type UIEvent, useLayoutEffect, useRef } from "react";

/**
 * Where a page stands when another part is chosen in its list: where it stood, so that one field can be set in part
 * after part, or at its top. Left alone, the browser does now the one and now the other.
 */
export function useScroll(part: string | null, keep: boolean) {
  const page = useRef<HTMLDivElement>(null);
  const stood = useRef(0);
  useLayoutEffect(() => {
    if (page.current) page.current.scrollTop = keep ? stood.current : 0;
  }, [part, keep]);
  return {
    ref: page,
    onScroll: ({ currentTarget }: UIEvent<HTMLDivElement>) => {
      stood.current = currentTarget.scrollTop;
    },
  };
}
