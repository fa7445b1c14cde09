import { expect, it } from "vitest";
import { endOf, ticksTo } from "./axis.ts";

it.each([0.05, 0.21, 0.33, 0.47, 0.55, 0.62, 0.9])(
  "an axis to %d has its percent sign at the last mark alone",
  (p) => {
    const labels = ticksTo(endOf([p])).map(({ label }) => label);
    expect(labels.map((label) => label.endsWith("%"))).toEqual(labels.map((_, i) => i === labels.length - 1));
  },
);
