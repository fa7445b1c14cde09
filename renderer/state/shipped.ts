/** The cases that come with the app. Texts are loaded when asked for: the first is needed at once, the others rarely. */
export const SHIPPED: readonly {
  readonly id: string;
  readonly title: string;
  readonly text: () => Promise<string>;
}[] = [
  {
    id: "russia-iran-syria",
    title: "Russia and Iran in Syria",
    text: async () => (await import("../../assets/cases/russia-iran-syria.entente?raw")).default,
  },
  {
    id: "soviet-egypt-1971",
    title: "Soviet Union and Egypt, 1971",
    text: async () => (await import("../../assets/cases/soviet-egypt-1971.entente?raw")).default,
  },
  {
    id: "us-saudi-1973",
    title: "United States and Saudi Arabia, 1973",
    text: async () => (await import("../../assets/cases/us-saudi-1973.entente?raw")).default,
  },
  {
    id: "china-vietnam-1975",
    title: "China and Vietnam, 1975",
    text: async () => (await import("../../assets/cases/china-vietnam-1975.entente?raw")).default,
  },
];
