const NUMBERS = [
  "",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

const inWords = (n: number): string => NUMBERS[n] ?? String(n);

/** "6 months", "1 year", "2.5 years". */
export function yearsText(years: number): string {
  const months = Math.round(years * 12);
  if (months < 12) return months === 1 ? "1 month" : `${months} months`;
  const rounded = Math.round(years * 100) / 100;
  return rounded === 1 ? "1 year" : `${rounded} years`;
}

/** "within six months", "within three years", "within 2.5 years". */
export function periodPhrase(years: number): string {
  const months = Math.round(years * 12);
  if (months < 12) return `within ${inWords(months)} ${months === 1 ? "month" : "months"}`;
  const rounded = Math.round(years * 100) / 100;
  if (rounded === 1) return "within a year";
  return `within ${Number.isInteger(rounded) ? inWords(rounded) : rounded} years`;
}
