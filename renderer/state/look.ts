import { createStore } from "zustand/vanilla";
import type { Case } from "../../app/model/case/types.ts";
import type { EvidenceItem } from "../../app/model/case/evidence-types.ts";
import type { ScreenId } from "./screens.ts";
import type { FileKind, FileRef, Listed } from "../../app/bridge/contract.ts";

export type ThemeChoice = "system" | "light" | "dark" | "contrast";
export type Panel = "tour" | "why" | "selection" | "article";
/** On small windows one of these fills the middle. */
export type Tab = "map" | "why" | "outcomes";

export type Dialog =
  /**
   * `copy`: the picture, the drawing as text or the data goes to the clipboard as soon as it is ready, and the dialog
   * closes. `workshop`: the report of this one, whatever was exported last.
   */
  | {
      readonly kind: "export";
      readonly chart: string | null;
      readonly copy?: "picture" | "svg" | "data";
      readonly workshop?: string;
    }
  | { readonly kind: "marking" }
  /** A case from blank, from a copy of this one, or from the template. */
  | { readonly kind: "newCase" }
  /** Another file beside the open case: what changed between them, or what its evidence adds. */
  | { readonly kind: "versions" | "merge"; readonly name: string; readonly other: Case }
  | { readonly kind: "shortcuts" }
  | { readonly kind: "about" }
  /** Name, story, mark and differences of one scenario. */
  | { readonly kind: "scenario"; readonly scenario: string }
  | { readonly kind: "palette" }
  /** Unsaved changes stand in the way of what comes next. */
  | { readonly kind: "unsaved"; readonly choose: (choice: "save" | "discard" | "cancel") => void }
  /** The browser edition's own file dialog. */
  | {
      readonly kind: "files";
      readonly purpose: "open" | "save";
      readonly folder: string;
      readonly files: readonly Listed[];
      readonly name: string;
      readonly fileKind: FileKind;
      readonly choose: (choice: FileRef | { readonly name: string } | null) => void;
    }
  | {
      readonly kind: "question";
      readonly title: string;
      readonly text: string;
      readonly yes: string;
      readonly choose: (yes: boolean) => void;
    };

/** How one looks at tipping points. */
export interface TippingLook {
  /** Id of the word asked about; null: the next one that is within reach. */
  readonly word: string | null;
  readonly by: "level" | "weight";
  /** The factors of the map; null: the two that move the answer most. */
  readonly axes: readonly [string, string] | null;
  /** Which chart where there is room for one. */
  readonly tab: "moves" | "one" | "sets" | "two" | "watch";
  /** Which chart where two share a place. */
  readonly corner: "two" | "watch";
}
/** What fills the evidence screen where its parts take turns. */
export type Desk = "log" | "item" | "watch" | "outcomes" | "next";

/** The pages of the case editor, in the order in which a case is made. */
export const AUTHOR_PAGES = [
  "text",
  "question",
  "factors",
  "mechanisms",
  "outcome",
  "tour",
  "events",
  "check",
  "try",
] as const;
export type AuthorPage = (typeof AUTHOR_PAGES)[number];

/** How one looks at the document: never undone, never saved with it, never clears redo. */
export interface Look {
  readonly screen: ScreenId;
  readonly horizon: string;
  /** Share of the article's view, 1 = article, 0 = outside. */
  readonly view: number;
  /** The share that the middle button of "Seen from" stands for. */
  readonly middleView: number;
  readonly selected: string | null;
  readonly hovered: string | null;
  readonly panel: Panel;
  readonly tab: Tab;
  readonly tourStep: number;
  readonly fullMap: boolean;
  /** What the full argument's arrows are measured on. */
  readonly reading: "break" | "strain";
  /** Scenarios side by side, the first is what the others are measured against; null: the first ones of the case. */
  readonly compared: readonly string[] | null;
  readonly comparing: "values" | "difference";
  /** The scenario whose name is being typed. */
  readonly renaming: string | null;
  readonly tipping: TippingLook;
  /** The evidence item in the making; null: none begun. It moves nothing and is not saved. */
  readonly draft: EvidenceItem | null;
  /** Counts how often the form was asked for, so that it can take the focus. */
  readonly draftAsked: number;
  readonly desk: Desk;
  /** The open page of the case editor. */
  readonly author: AuthorPage;
  /** All signs instead of those to watch. */
  readonly board: boolean;
  readonly theme: ThemeChoice;
  /** Single-letter shortcuts are on. */
  readonly letters: boolean;
  readonly dialog: Dialog | null;
  /** Unsaved changes could not be kept safe when that was last tried. */
  readonly unkept: boolean;
  /** One sentence at the foot: what was just saved, or what went wrong. */
  readonly notice: {
    readonly text: string;
    readonly tone: "plain" | "error";
  } | null;
}

export type LookStore = ReturnType<typeof createLook>;

export function createLook(first: Pick<Look, "horizon" | "panel" | "theme" | "letters">) {
  return createStore<Look>(() => ({
    screen: "explore",
    view: 1,
    middleView: 0.5,
    selected: null,
    hovered: null,
    tab: "map",
    tourStep: 0,
    fullMap: false,
    reading: "break",
    compared: null,
    comparing: "values",
    renaming: null,
    tipping: { word: null, by: "level", axes: null, tab: "moves", corner: "two" },
    draft: null,
    draftAsked: 0,
    desk: "log",
    author: "text",
    board: false,
    dialog: null,
    unkept: false,
    notice: null,
    ...first,
  }));
}
