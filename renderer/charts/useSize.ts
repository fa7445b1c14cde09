import { useLayoutEffect, useRef, useState } from "react";
import type { RefObject } from "react";

export interface Size {
  /** Whole px of the content box; 0 before the first layout. */
  readonly width: number;
  readonly height: number;
}

/** The size of the element that `ref` is put on, followed for as long as it lives. */
export function useSize<E extends HTMLElement>(): { readonly ref: RefObject<E | null>; readonly size: Size } {
  const ref = useRef<E>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    // Rounded down: a drawing one px too wide would itself widen its container and be measured again.
    const take = (width: number, height: number) =>
      setSize((old) => {
        const now = { width: Math.floor(width), height: Math.floor(height) };
        return old.width === now.width && old.height === now.height ? old : now;
      });
    const observer = new ResizeObserver(([entry]) => {
      if (entry) take(entry.contentRect.width, entry.contentRect.height);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, size };
}
