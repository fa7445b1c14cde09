/**
 * Which tabs are shown where not all fit: the first ones, and the open one in any case.
 * @param widths px of each tab
 * @param more px of the button that leads to the others
 * @returns places, ascending; at least the open one
 */
export function tabsThatFit(
  widths: readonly number[],
  open: number,
  room: number,
  more: number,
): readonly number[] {
  const all = [...widths.keys()];
  const total = (places: readonly number[]) => places.reduce((sum, i) => sum + (widths[i] ?? 0), 0);
  if (total(all) <= room) return all;
  let shown = all.slice(0, 0);
  for (const place of all) {
    const next = [...new Set([...all.slice(0, place + 1), Math.max(0, open)])];
    if (total(next) > room - more) break;
    shown = next;
  }
  return shown.length > 0 ? shown : [Math.max(0, open)];
}
