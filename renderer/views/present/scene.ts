import type { Range } from "../../../app/model/analysis/shapes.ts";
import type { Case, Inputs, Level } from "../../../app/model/case/types.ts";
import type { Answer } from "../../worker/protocol.ts";
import type { PresentCommand } from "../../state/presentation.ts";
import type { Room } from "./room.ts";

/** Everything that the slides show, in one piece, so that a window of their own needs nothing else. */
export interface Scene {
  readonly case: Case;
  /** Settings and evidence of the scenario, and from where it is seen. */
  readonly inputs: Inputs;
  readonly horizon: string;
  readonly answer: Answer | null;
  readonly range: Range | null;
  readonly rangeStale: boolean;
  /** Why there is no answer to what is set. */
  readonly refused: string | null;
  /** What would make it another word, one line each. */
  readonly tips: { readonly title: string; readonly lines: readonly string[] } | null;
  /** The factors whose states and weights can be moved on the last slide, by id. */
  readonly movable: readonly string[];
  readonly room: Room | null;
  readonly marking: string | null;
  readonly source: string;
}

/** What is done on a slide: to the slides, or to the open scenario. */
export type SlideAct =
  | PresentCommand
  | { readonly do: "weight"; readonly factor: string; readonly weight: number }
  | { readonly do: "level"; readonly factor: string; readonly level: Level }
  /** The hand rests: what follows is a new step of undo. */
  | { readonly do: "rest" }
  | { readonly do: "asBefore" };
