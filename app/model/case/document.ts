import { type Case, type Scenario, SHAPES, type Source } from "./types.ts";
import { at, type Entries, entries, type Field, id, items, keep, mustBe, oneOf, refuse } from "./read.ts";
import { checkIntegration, readFactor, readHorizon, readLevels } from "./factor.ts";
import { given, list, text, texts } from "./text.ts";
import { ids, type Names, readNames } from "./names.ts";
import {
  readClaims,
  readConfidence,
  readDateConflicts,
  readHedges,
  readLinks,
  readSource,
  readTour,
} from "./story.ts";
import { EVIDENCE_PARTS, readEvidenceParts } from "./evidence.ts";
import { readIndicator } from "./indicator.ts";
import { readMarking } from "./marking.ts";
import { readMechanism } from "./mechanism.ts";
import { readOutcome } from "./outcome.ts";
import { readSettings } from "./inputs.ts";
import { checkStructure, circleIn } from "./structure.ts";
import { readArguments, readDraft, readJudgements, readVerdict } from "./read-judgement.ts";
import { readTrail } from "./trail.ts";
import { readStatements } from "./statement.ts";
import { readSessions } from "../session/read.ts";
import { asInSource } from "../words/source.ts";
import { capitalised } from "../words/text.ts";

/** What people add to a case, left out where nothing is said. */
const OPTIONAL = {
  confidence: readConfidence,
  marking: readMarking,
  judgement: readDraft,
  judgements: readJudgements,
  judgementArguments: readArguments,
  history: readTrail,
  sessions: readSessions,
};
type Optional = Pick<Case, keyof typeof OPTIONAL | "verdict" | "statements">;

/**
 * The whole case. Only what the engine reads is strict; texts have defaults.
 * @throws Refused at the first part that does not fit.
 */
export function readDocument(own: Entries, version: number): Case {
  const file: Field = { path: "", value: own };
  checkIntegration(file);
  const levels = readLevels(at(file, "levels"));
  const names = readNames(file);
  const factors = items(at(file, "factors")).map((factor) => readFactor(factor, names));
  const mechanisms = items(at(file, "mechanisms")).map((mechanism) => readMechanism(mechanism, names));
  const indicators = list(at(file, "indicators"), (indicator) => readIndicator(indicator, names));
  const outcome = readOutcome(at(file, "outcome"), names);
  checkStructure(mechanisms, indicators, outcome);
  const source = readSource(at(file, "source"));
  const called = at(file, "id").value === undefined ? "case" : id(at(file, "id"));
  return keep<Case>(entries(file, [...Object.keys(OPTIONAL), "verdict", "statements", ...EVIDENCE_PARTS]), {
    format: "entente-case",
    version,
    id: called,
    title: text(at(file, "title"), called),
    question: text(at(file, "question")),
    event: text(at(file, "event"), "the break comes"),
    partners: texts(at(file, "partners")),
    asOf: text(at(file, "asOf")),
    source,
    levels,
    horizons: items(at(file, "horizons")).map(readHorizon),
    factors,
    mechanisms,
    outcome,
    indicators,
    links: readLinks(at(file, "links")),
    tour: readTour(at(file, "tour")),
    scenarios: readScenarios(at(file, "scenarios"), names, source),
    claims: readClaims(at(file, "claims")),
    dateConflicts: readDateConflicts(at(file, "dateConflicts")),
    hedges: readHedges(at(file, "hedges")),
    ...given<Optional>(file, {
      ...OPTIONAL,
      verdict: (field) => readVerdict(field, names.horizons),
      statements: (field) =>
        readStatements(
          field,
          names,
          outcome.rungs.map((rung) => rung.id),
        ),
    }),
    ...readEvidenceParts(file, names),
  });
}

/** A case that has no scenarios gets one without changes: there is always one to look at. */
function readScenarios(field: Field, names: Names, source: Source): Scenario[] {
  const fields = list(field, (scenario) => scenario);
  if (fields.length === 0)
    return [{ id: "baseline", name: capitalised(asInSource({ source })), story: "", settings: {} }];
  const others = ids(fields);
  const scenarios = fields.map((scenario) => {
    const own = id(at(scenario, "id"));
    const parent = (named: Field) =>
      others.find((one) => one === named.value && one !== own) ??
      mustBe(named, "the id of another scenario of this case");
    return keep<Scenario>(entries(scenario, ["shape", "parent", "source", "question"]), {
      id: own,
      name: text(at(scenario, "name"), own),
      story: text(at(scenario, "story")),
      settings: readSettings(at(scenario, "settings"), names),
      ...given<Pick<Scenario, "shape" | "parent" | "source" | "question">>(scenario, {
        shape: (field) => oneOf(field, SHAPES),
        parent,
        source: text,
        question: text,
      }),
    });
  });
  const parents = scenarios.map(
    ({ id: own, parent }) => [own, parent === undefined ? [] : [parent]] as const,
  );
  const circle = circleIn(new Map(parents));
  if (circle !== null) refuse(field, `must not be their own parents, as ${circle.join(", ")} are`);
  return scenarios;
}
