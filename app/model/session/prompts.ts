import type { CommentKind } from "./types.ts";

/** What a facilitator may ask when a room is to talk; neutral, and none of them asks for agreement. */
export const DISCUSS: readonly string[] = [
  "Highest and lowest: what do you know that others may not?",
  "What did each of you take the words of the question to mean?",
  "Which single fact would move you ten points?",
  "What did the ends see that the middle did not?",
];

export interface Challenge {
  readonly kind: CommentKind;
  readonly title: string;
  readonly ask: string;
}

/** The parts of the challenge step. */
export const CHALLENGES: readonly Challenge[] = [
  {
    kind: "premortem",
    title: "It came out the other way",
    ask: "The time is up and the opposite of our result happened. Why?",
  },
  { kind: "assumption", title: "Key assumptions", ask: "Which assumption, if it is wrong, breaks this?" },
  { kind: "sign", title: "Signs to watch", ask: "What would we see first if we were wrong? Vote for three." },
];

/** What the facilitator says, in their words, at each step. */
export const SAY: Readonly<Record<string, readonly string[]>> = {
  room: [
    "Scan the code or type the address. Any name will do, a seat number too.",
    "Your answers go to this laptop and nowhere else.",
  ],
  brief: [
    "This is the exact question. What would count as a break, and what would not?",
    "Is any word unclear? Say so now: half of all disagreement is about words.",
  ],
  warmup: ["A practice round: give the lowest and the highest you would believe, then your best guess."],
  round: [
    "First, before any model: how likely is it? Lowest, highest, best guess.",
    "All factors sit in the middle. You may move one from its calmest to its worst state. Which would push them furthest towards a break?",
    "That one gets 100. If the next moves it half as far, give it 50. Zero means no effect.",
    "If someone asks what the others think: you will see it together after the round.",
  ],
  reveal: [
    "Nobody needs to defend a dot. We look first, then we talk.",
    "The widest disagreement comes first.",
  ],
  discuss: [
    "We talk about what people know, not about who is right.",
    "Three to four minutes each, then we weigh again, alone.",
  ],
  result: [
    "This pools what everybody's own weights say. It is not a vote.",
    "It tells how likely. How sure we are of it comes at the end, as its own sentence.",
  ],
  challenge: ["Now we argue against ourselves."],
  close: ["Does anybody not stand behind this? It is written down as you say it."],
};
