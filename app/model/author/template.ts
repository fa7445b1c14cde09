/*
 * "Two partners under strain": what the literature on alliances that end has in common, in eight factors. Every number
 * is a starting point and says so in `why`; nothing of it is about two states in particular.
 */

const weight = { default: 5, min: 3, max: 7 };

/** The same state at every horizon, less sure the farther away. */
const steady = (level: string) => ({
  now: { level, spread: 0.12 },
  medium: { level, spread: 0.16 },
  long: { level, spread: 0.2 },
});

const push = (strength: number, node: string, ...gates: readonly object[]) => ({
  strength,
  weightOf: null,
  of: [{ node, gate: "level" }, ...gates],
});
const weighed = (strength: number, node: string, ...gates: readonly object[]) => ({
  ...push(strength, node, ...gates),
  weightOf: node,
});
const arrow = (from: string, to: string, raises: boolean, reason: string) => ({
  from,
  to,
  raises,
  reason,
  paragraphs: [],
});

export const TEMPLATE = {
  title: "Two partners under strain",
  question: "Will the partnership break?",
  event: "the partnership breaks",
  partners: ["First partner", "Second partner"],
  source: {
    title: "",
    author: "",
    publisher: "",
    note: "Begun from a template: every number is a starting point, to be changed where the text says otherwise.",
  },
  levels: [
    { id: "VL", label: "very low" },
    { id: "L", label: "low" },
    { id: "M", label: "medium" },
    { id: "H", label: "high" },
    { id: "VH", label: "very high" },
  ],
  horizons: [
    { id: "now", label: "Now", phrase: "within a year", years: 1 },
    { id: "medium", label: "Medium term", phrase: "within three years", years: 2 },
    { id: "long", label: "Long run", phrase: "within ten years", years: 7 },
  ],
  factors: [
    {
      id: "aims",
      label: "Distance between what the partners want in the end",
      short: "Aims apart",
      group: "apart",
      starred: true,
      question: "How far apart is what each wants once the common task is done?",
      why: "Partners for a purpose part over what comes after it.",
      anchors: [
        "The same end is wanted",
        "Differences of taste",
        "Different ends that can both be had",
        "Different ends, one must give way",
        "The end of the one is the danger of the other",
      ],
      weight,
      levels: steady("M"),
      fade: 0.8,
    },
    {
      id: "incidents",
      label: "Incidents that hurt one partner",
      short: "Incidents",
      group: "apart",
      starred: true,
      question: "How often does something happen that one partner pays for?",
      why: "Costs that fall on one side raise the question of what the other does.",
      anchors: [
        "None in a year",
        "One or two",
        "Several, small",
        "Several, with losses",
        "A series with heavy losses",
      ],
      weight,
      levels: steady("M"),
      fade: 0.5,
    },
    {
      id: "otherFriend",
      label: "Ties of one partner to the other’s adversary",
      short: "Ties to the adversary",
      group: "apart",
      starred: false,
      question: "How close is one partner to those whom the other fears?",
      why: "Who is a friend of my enemy holds back when I am hit.",
      anchors: ["Hostile", "Cool", "Correct", "Warm", "Close"],
      weight,
      levels: steady("M"),
      fade: 0.8,
    },
    {
      id: "taskDone",
      label: "How far the common task is done",
      short: "Common task done",
      group: "timing",
      starred: false,
      question: "How near is the day on which the partners no longer need each other for it?",
      why: "The need that joined them ends with the task.",
      anchors: ["In danger", "Open", "Half done", "Nearly done", "Done"],
      weight,
      levels: {
        now: { level: "L", spread: 0.12 },
        medium: { level: "M", spread: 0.16 },
        long: { level: "H", spread: 0.2 },
      },
      fade: 0.8,
    },
    {
      id: "commonThreat",
      label: "A threat to both",
      short: "Common threat",
      group: "together",
      starred: false,
      question: "How strong is what threatens both of them?",
      why: "Alliances answer threats and last as long.",
      anchors: ["None", "Distant", "Felt by one more than the other", "Felt by both", "Acute for both"],
      weight,
      levels: steady("M"),
      fade: 0.8,
    },
    {
      id: "exchange",
      label: "What each gets from the other besides",
      short: "Exchange",
      group: "together",
      starred: false,
      question: "How much trade, arms, money or cover does each get from the other?",
      why: "What would be lost by a break holds it up.",
      anchors: ["Nothing of note", "Routine", "Useful", "Important to one", "Hard to replace for both"],
      weight,
      levels: steady("M"),
      fade: 0.8,
    },
    {
      id: "discretion",
      label: "Discretion: quarrels are kept out of public",
      short: "Discretion",
      group: "together",
      starred: false,
      question: "How well do both keep their quarrels to themselves?",
      why: "What is not said in public need not be answered.",
      anchors: ["Everything is said aloud", "Much", "Some", "Little", "Nothing comes out"],
      weight,
      levels: steady("M"),
      fade: 0.5,
    },
  ],
  mechanisms: [
    {
      id: "grievance",
      label: "Grievance of the partner who pays",
      short: "Grievance",
      why: "Incidents become a grievance in so far as the other is held to blame.",
      spread: 0.12,
      rule: {
        kind: "sum",
        base: 0,
        pushes: [
          weighed(0.9, "incidents", {
            node: "otherFriend",
            gate: "opens",
            closed: 0.4,
            weightOf: "otherFriend",
          }),
          weighed(0.2, "otherFriend"),
        ],
      },
    },
    {
      id: "aimsOpen",
      label: "Conflict of aims in the open",
      short: "Aims clash",
      why: "Different ends matter once the common task is done.",
      spread: 0.1,
      rule: {
        kind: "sum",
        base: 0,
        pushes: [
          weighed(1.1, "aims", { node: "taskDone", gate: "opens", closed: 0.15, weightOf: "taskDone" }),
        ],
      },
    },
    {
      id: "need",
      label: "Need for each other",
      short: "Need",
      why: "A common threat and what each gets from the other hold them together.",
      spread: 0.1,
      rule: {
        kind: "sum",
        base: 0,
        pushes: [weighed(0.55, "commonThreat"), weighed(0.45, "exchange")],
      },
    },
    {
      id: "quarrels",
      label: "Public quarrels",
      short: "Quarrels",
      why: "Grievance and open conflict reach the public where discretion fails.",
      spread: 0.1,
      rule: {
        kind: "sum",
        base: 0,
        pushes: [
          push(0.6, "grievance", { node: "discretion", gate: "damps", depth: 0.6, weightOf: "discretion" }),
          push(0.5, "aimsOpen", { node: "discretion", gate: "damps", depth: 0.6, weightOf: "discretion" }),
        ],
      },
    },
    {
      id: "pressure",
      label: "Pressure towards a break",
      short: "Pressure to break",
      why: "Grievance and open conflict press towards a break in so far as need does not hold it.",
      spread: 0.08,
      rule: {
        kind: "sum",
        base: 0,
        pushes: [
          push(0.6, "grievance", { node: "need", gate: "damps", depth: 0.5 }),
          push(0.7, "aimsOpen", { node: "need", gate: "damps", depth: 0.6 }),
          push(0.15, "quarrels"),
        ],
      },
    },
  ],
  outcome: {
    short: "The partnership",
    rungs: [
      { id: "quiet", label: "Holds quietly", short: "Holds", happened: false, criteria: "" },
      { id: "strained", label: "Holds under open strain", short: "Strain", happened: false, criteria: "" },
      { id: "limited", label: "Breaks in one field", short: "Limited break", happened: true, criteria: "" },
      { id: "full", label: "Breaks altogether", short: "Full break", happened: true, criteria: "" },
    ],
    event: {
      of: "pressure",
      hazardPerYear: {
        article: [0.003, 0.01, 0.03, 0.08, 0.18],
        outside: [0.005, 0.009, 0.015, 0.025, 0.045],
      },
      basis: {
        article: "A starting point; ask how many of 100 such partnerships end within ten years.",
        outside: "A starting point: a few in a hundred a year, as of most alliances on record.",
      },
    },
    happened: [{ rung: "full", of: "need", p: [0.8, 0.6, 0.45, 0.3, 0.2] }, { rung: "limited" }],
    notHappened: [{ rung: "strained", of: "quarrels", p: [0.05, 0.15, 0.4, 0.7, 0.9] }, { rung: "quiet" }],
  },
  indicators: [
    {
      id: "accusation",
      label: "A minister accuses the partner in public",
      of: "quarrels",
      p: [0.03, 0.1, 0.3, 0.6, 0.85],
    },
    {
      id: "newContract",
      label: "A large contract between the partners is signed",
      of: "exchange",
      p: [0.05, 0.15, 0.3, 0.5, 0.7],
    },
  ],
  links: [
    arrow("incidents", "grievance", true, "losses are blamed on the partner who did not help"),
    arrow("otherFriend", "grievance", true, "ties to the adversary explain why help did not come"),
    arrow("aims", "aimsOpen", true, "what differs can clash"),
    arrow("taskDone", "aimsOpen", true, "what was put off until the task was done is due"),
    arrow("commonThreat", "need", true, "each needs the other against it"),
    arrow("exchange", "need", true, "a break would cost it"),
    arrow("grievance", "quarrels", true, "grievances are voiced"),
    arrow("aimsOpen", "quarrels", true, "open conflict is seen"),
    arrow("discretion", "quarrels", false, "what is kept quiet is no public quarrel"),
    arrow("grievance", "pressure", true, "who feels let down looks elsewhere"),
    arrow("aimsOpen", "pressure", true, "the ends cannot both be had"),
    arrow("need", "pressure", false, "what each needs is not thrown away"),
    arrow("quarrels", "pressure", true, "public words are hard to take back"),
    arrow("pressure", "outcome", true, "pressure makes a break more likely in any year"),
    arrow("need", "outcome", false, "what is still needed is kept out of the break"),
    arrow("quarrels", "outcome", true, "public quarrels are what strain means"),
  ],
};
