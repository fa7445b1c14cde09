/** "2 changes", with what from where it is not the article. */
export function changesText(count: number, from?: string): string {
  const what = `${String(count)} ${count === 1 ? "change" : "changes"}`;
  return from === undefined ? what : `${what} from ${from}`;
}
