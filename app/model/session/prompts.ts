import type { CommentKind } from "./types.ts";

/** How the dates of a question are read. */
export const DATE_PASSED = "A date that passes without the event means no break by then.";

/** A question that is put to a room, or to whoever holds the card. */
export interface Card {
  readonly id: string;
  readonly step: "discuss" | "challenge";
  readonly text: string;
}

/** What a facilitator may ask when a room is to talk; neutral, and none of them asks for agreement. */
export const CARDS: readonly Card[] = [
  {
    id: "knows",
    step: "discuss",
    text: "What do you know about this that others here may not?",
  },
  {
    id: "words",
    step: "discuss",
    text: "What did you take the words of the question to mean?",
  },
  { id: "fact", step: "discuss", text: "Which single fact would move you ten points?" },
  {
    id: "ends",
    step: "discuss",
    text: "What might the highest and the lowest see that the middle does not?",
  },
  { id: "against", step: "discuss", text: "Make the best case for the view you do not hold." },
  { id: "sides", step: "discuss", text: "How does this look from each of the sides it is about?" },
  {
    id: "opposite",
    step: "challenge",
    text: "The time is up and the opposite of our result happened. Tell how.",
  },
  { id: "assumption", step: "challenge", text: "Which assumption, if it is wrong, breaks this?" },
  { id: "first", step: "challenge", text: "What would you see first if we were wrong?" },
  { id: "quiet", step: "challenge", text: "What have we not talked about, and why not?" },
  { id: "outsider", step: "challenge", text: "What would somebody who has to act on this ask us?" },
  { id: "unlikely", step: "challenge", text: "Which unlikely event would change everything?" },
];

export const cardsOf = (step: Card["step"]): readonly Card[] => CARDS.filter((card) => card.step === step);

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
export const SAY = {
  room: [
    "Scan the code or type the address. Any name will do, a seat number too.",
    "Your answers go to this laptop and nowhere else.",
  ],
  dryRun: ["A rehearsal: the people are simulated, and nobody in the room has to answer."],
  brief: [
    "This is the exact question. What would count as a break, and what would not?",
    "Is any word unclear? Say so now: half of all disagreement is about words.",
  ],
  warmup: ["A warm-up: give the lowest and the highest you would believe, then your best guess."],
  warmupClosed: [
    "Here is the truth beside what we believed. How often did it lie between lowest and highest?",
    "Most people draw their ranges too narrow. Give yours more room in the round that counts.",
  ],
  round: [
    "First, before any model: how likely is it? Lowest, highest, best guess.",
    "All factors sit in the middle. You may move one from its calmest to its worst state. Which would push them furthest towards a break?",
    "That one gets 100. If the next moves it half as far, give it 50. Zero means no effect.",
    "If someone asks what the others think: you will see it together after the round.",
  ],
  roundClosed: ["Thank you, the round is closed. Next we look at all answers together, without names."],
  again: [
    "We weigh again, each alone: the same questions, now with what you have heard.",
    "Your earlier answer is shown to you first. Keep it, or change what you see differently now: both are answers.",
    "Move because of something you can name, not because others stand elsewhere.",
  ],
  againClosed: ["Thank you, the round is closed. Next we see what it comes to, and who moved."],
  reveal: [
    "Nobody needs to defend a dot. We look first, then we talk.",
    "The widest disagreement comes first.",
  ],
  discuss: [
    "We talk about what people know, not about who is right.",
    "Three to four minutes each, then we weigh again, alone.",
  ],
  result: [
    "This pools what everybody’s own weights say. It is not a vote.",
    "It tells how likely. How sure we are of it comes at the end, as its own sentence.",
  ],
  challenge: ["Now we argue against ourselves."],
  close: ["Does anybody not stand behind this? It is written down as you say it."],
} as const satisfies Readonly<Record<string, readonly string[]>>;
