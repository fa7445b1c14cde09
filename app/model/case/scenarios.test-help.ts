import fc from "fast-check";
import type { ScenarioEdit } from "./scenarios.ts";
import { SHAPES } from "./types.ts";

/** Any edit of the list of scenarios: possible ones, and ones that name what is not there. */
export function anyScenarioEdit(scenario: fc.Arbitrary<string>): fc.Arbitrary<ScenarioEdit> {
  const id = fc.constantFrom("mine", "yours", "baseline", "toString", "a b", "");
  const name = fc.oneof(fc.string(), fc.constantFrom("Mine", "  ", "Two\nlines"));
  const known = fc.oneof(scenario, fc.constantFrom("mine", "yours"));
  return fc.oneof(
    fc.record({ edit: fc.constant("newScenario" as const), id, name, parent: known }),
    fc.record({ edit: fc.constant("duplicateScenario" as const), scenario: known, id, name }),
    fc.record({ edit: fc.constant("renameScenario" as const), scenario: known, name }),
    fc.record({ edit: fc.constant("setStory" as const), scenario: known, story: fc.string() }),
    fc.record({
      edit: fc.constant("setScenarioWords" as const),
      scenario: known,
      to: fc.record({ source: fc.string(), question: fc.string() }, { requiredKeys: [] }),
    }),
    fc.record({
      edit: fc.constant("setShape" as const),
      scenario: known,
      shape: fc.constantFrom(...SHAPES),
    }),
    fc.record({
      edit: fc.constant("moveScenario" as const),
      scenario: known,
      to: fc.oneof(fc.integer({ min: -1, max: 12 }), fc.double()),
    }),
    fc.record({ edit: fc.constant("removeScenario" as const), scenario: known }),
  );
}
