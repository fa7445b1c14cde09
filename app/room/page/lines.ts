import type { Line } from "../contract.ts";
import { type Child, el } from "./dom.ts";

/** A text whose short brackets, "(20–45%)", stay on one line each. */
export const unbroken = (text: string): Child[] =>
  text
    .split(/(\([^()]{1,14}\))/)
    .map((part, i) => (i % 2 === 1 ? el("span", { class: "whole" }, part) : part))
    .filter((part) => part !== "");

/** What stands on the left and what is said of it, line by line. */
export const lines = (all: readonly Line[]): HTMLElement =>
  el(
    "dl",
    { class: "lines" },
    ...all.map(({ label, text }) => el("div", {}, el("dt", {}, label), el("dd", {}, ...unbroken(text)))),
  );
