const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3})\d*)?Z$/;

/**
 * Milliseconds since 1970 of an ISO time in UTC, as clocks write it; null where it is none. Days are counted by the
 * era method for the proleptic Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms").
 */
export function instant(iso: string): number | null {
  const found = ISO.exec(iso);
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return null;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const days =
    era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
  return (
    ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + Number((found[7] ?? "0").padEnd(3, "0"))
  );
}
