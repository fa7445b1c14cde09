import { counted } from "./counted.ts";

/** Minutes and seconds of what takes minutes; hours and days of a workshop that was left and is gone on with. */
const MOST_MINUTES = 180;

/** "4:20"; "+0:35" when it is over. */
export function clockText(milliseconds: number): string {
  const seconds = Math.abs(Math.ceil(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const text =
    minutes < MOST_MINUTES ? `${minutes}:${String(seconds % 60).padStart(2, "0")}` : minutesText(minutes);
  return milliseconds < 0 && seconds > 0 ? `+${text}` : text;
}

/** "1 minute", "25 minutes", "26 hours", "12 days": whole ones, what is begun left out. */
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (minutes < MOST_MINUTES) return counted(Math.floor(minutes), "minute");
  return hours < 48 ? counted(hours, "hour") : counted(Math.floor(hours / 24), "day");
}
