// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { spreadOf } from "../../../app/model/group/spread.ts";
import { ANONYMITY } from "../../../app/model/session/types.ts";
import { Agreement } from "./Agreement.tsx";

afterEach(cleanup);

const CHANCES = [0.1, 0.2, 0.3, 0.4, 0.62];
const cases = ANONYMITY.flatMap((anonymity) => [2, 3, 4, 5].map((people) => [anonymity, people] as const));

test.each(cases)(
  "%s names, %d people: ends and quarters only where nobody is told by them",
  (anonymity, people) => {
    const spread = spreadOf(CHANCES.slice(0, people));
    render(
      <Agreement
        setup={{ anonymity }}
        at={{ spread, entropy: 0.4 }}
        order={{ w: 0.64, p: 0.04 }}
        stability={null}
      />,
    );
    const may = people >= (anonymity === "named" ? 4 : 5);
    expect(screen.queryByText("Lowest and highest") !== null).toBe(may);
    expect(screen.queryByText("Middle half of the answers") !== null).toBe(may);
    expect(document.body.textContent.includes("10%")).toBe(may);
    expect(screen.getByText(/People agree roughly .*0\.64 of 1/)).toBeTruthy();
    expect(screen.getByText("0.40")).toBeTruthy();
  },
);
