import type { RoomSetup, Stage } from "../../app/bridge/contract.ts";

/* What phones are shown at every step of a workshop, for pictures and for looking whether everybody can read it. */

const FACTORS = ["Israeli strikes", "Russian ties to Israel", "Proxy clashes"].map((label, i) => ({
  id: `f${i}`,
  label,
  calm: "none to speak of",
  worst: "every week, and on both sides",
}));
export const phoneSetup: RoomSetup = {
  factors: FACTORS,
  chances: [{ kind: "chance", id: "h1", text: "How likely is it that the two part within three years?" }],
  warmups: [],
  method: "swing",
};
const strip = (id: string, label: string, dots: readonly number[]) => ({
  id,
  label,
  from: 0,
  to: 10,
  unit: "",
  middle: 5,
  half: [3, 7.5] as const,
  dots,
});
export const PHONE_PAGES: readonly (readonly [string, Stage["page"]])[] = [
  ["lobby", { show: "lobby", text: "You are in. We begin when everybody is here." }],
  [
    "brief",
    {
      show: "brief",
      question: "Will the two part?",
      paragraphs: ["A break. One of them leaves in public.", "Long run: until 30 January 2029"],
      words: [
        { label: "unlikely", text: "20–45%" },
        { label: "roughly even chance", text: "45–55%" },
      ],
    },
  ],
  [
    "wait",
    { show: "wait", title: "The round is closed", text: "Look up: the results come on the screen in front." },
  ],
  [
    "reveal",
    {
      show: "reveal",
      title: "How the room weighed",
      strips: [strip("a", "Israeli strikes", [2, 3, 3, 5, 5, 6, 8, 9]), strip("b", "Proxy clashes", [4, 4, 5, 5, 6, 6, 6, 7])], // prettier-ignore
    },
  ],
  [
    "discuss",
    {
      show: "discuss",
      title: "Israeli strikes",
      prompts: ["What do you know about this that others here may not?"],
      reasons: ["Both sides have said in public that this is their limit.", "Alone it would move little."],
    },
  ],
  [
    "result",
    {
      show: "result",
      title: "What the room’s weights say",
      sentence: "It is unlikely (20–45%) that the two part.",
      lines: [{ label: "Long run", text: "33%, unlikely (20–45%)" }],
    },
  ],
];

/** Its first round, asked by a method. */
export const phoneRound = (round: string, method: RoomSetup["method"], from: string | null = null) =>
  ({ show: "round", round, kind: "weights", n: from === null ? 1 : 2, questions: phoneSetup.chances, method, factors: phoneSetup.factors, changes: 1, from }) as const; // prettier-ignore

export const phoneStage = (page: Stage["page"], more: Partial<Stage> = {}): Stage => ({
  title: "Two partners",
  marking: "TLP:GREEN",
  page,
  remarks: [],
  endsAt: null,
  ...more,
});
