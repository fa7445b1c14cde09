// @vitest-environment jsdom
import { show } from "./page.test-help.tsx";
import { act, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { templateCase } from "../../app/model/author/start.ts";
import { applyEdit } from "../../app/model/case/edits.ts";
import type { Case } from "../../app/model/case/types.ts";
import { SOURCE_KINDS, sourceWords } from "../../app/model/words/source.ts";
import { actionsOf } from "../state/actions.ts";
import { fakeApp } from "../state/fakes.test-help.ts";
import { AUTHOR_PAGES, type Look } from "../state/look.ts";
import { Author } from "./author/Author.tsx";
import { Compare } from "./compare/Compare.tsx";
import { Evidence } from "./evidence/Evidence.tsx";
import { Explore } from "./explore/Explore.tsx";
import { Trail } from "./trail/Trail.tsx";

const [screens, looks]: [readonly (() => React.ReactNode)[], readonly Partial<Look>[]] = [
  [Explore, Compare, Evidence, Trail],
  [
    { panel: "why" },
    { panel: "selection", selected: "aims", view: 0.7, middleView: 0.7 },
    { panel: "article" },
  ],
];

/** All that is shown or read out. */
const said = (): string => {
  const read = [...document.body.querySelectorAll("*")].flatMap((one) =>
    ["aria-label", "aria-valuetext", "title", "placeholder"].map((name) => one.getAttribute(name) ?? ""),
  );
  return [document.body.textContent, ...read].join("\n");
};

/** With a moved weight, a scenario of its own and a factor that was added. */
function changed(kind: string): Case {
  const begun = templateCase();
  const scenario = begun.scenarios[0]?.id ?? "";
  return [
    { edit: "setCaseWords", to: { source: { kind } } } as const,
    { edit: "changeFactor", factor: "aims", to: { beyondArticle: true } } as const,
    { edit: "newScenario", id: "mine", name: "Mine", parent: scenario } as const,
    { edit: "setWeight", scenario, factor: "threat", weight: 8 } as const,
  ].reduce<Case>((theCase, edit) => applyEdit(theCase, edit), begun);
}

test.each(SOURCE_KINDS)(
  "a case that rests on %s: every screen calls it that, and none speaks of an article without one",
  async (kind) => {
    const theCase = changed(kind);
    const { app } = fakeApp({ case: theCase });
    const told: string[] = actionsOf(app, {} as never).map(({ label }) => label);
    for (const Screen of screens)
      for (const look of Screen === Explore ? looks : [{}]) {
        app.look.setState(look);
        const shown = show(app, <Screen />);
        await waitFor(() => expect(app.answers.getState().now).not.toBeNull());
        told.push(said());
        shown.unmount();
      }
    for (const author of AUTHOR_PAGES) {
      act(() => app.look.setState({ author }));
      const shown = show(app, <Author />);
      told.push(said());
      shown.unmount();
    }
    const all = told.join("\n").replace("Paste the article or report here", "");
    expect(all.toLowerCase()).toContain(sourceWords(theCase).the);
    if (kind !== "article") expect(/.{0,60}\barticles?\b.{0,60}/i.exec(all)?.[0]).toBeUndefined();
  },
  60_000,
);
