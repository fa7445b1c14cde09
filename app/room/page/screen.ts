import type { Sent, View } from "../contract.ts";
import type { Child } from "./dom.ts";

/** One page as it is shown. The same `key` again leaves what is there alone: nobody is typed over. */
export interface Screen {
  readonly key: string;
  readonly title: string;
  readonly body: readonly Child[];
  readonly foot: readonly Child[];
  /** Which of how many, as bars at the top. */
  readonly place?: readonly [number, number];
  /** Where its person is, for the facilitator. */
  readonly at: string;
}

/** What pages may do. */
export interface App {
  readonly view: View;
  /** Draws again what has changed. */
  readonly draw: () => void;
  readonly send: (what: Sent) => void;
  /** Sent and not yet confirmed. */
  readonly pending: (wanted: (what: Sent) => boolean) => boolean;
  /** The draft has changed and is to be kept here and on the laptop. */
  readonly touched: () => void;
  readonly online: boolean;
}
