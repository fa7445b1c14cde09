/** What the address of the browser edition carries after its #: this start's key, and perhaps a case to open. */
export interface Key {
  readonly token: string | null;
  /** Handle of the case named at the start. */
  readonly first: string | null;
}

const stored = "entente-key";

/**
 * Takes the key from the address, keeps it for this tab (a reload must find it), and clears the address so that
 * it is neither bookmarked nor read over a shoulder.
 */
export function takeKey(
  place: Pick<Location, "hash" | "pathname" | "search">,
  tab: Pick<Storage, "getItem" | "setItem">,
  past: Pick<History, "replaceState">,
): Key {
  const found = /^#([\w-]{20,64})(?:\.([a-z0-9]{16,64}))?$/.exec(place.hash);
  if (found?.[1] === undefined) return { token: tab.getItem(stored), first: null };
  tab.setItem(stored, found[1]);
  past.replaceState(null, "", place.pathname + place.search);
  return { token: found[1], first: found[2] ?? null };
}
