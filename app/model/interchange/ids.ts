const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * ASCII identifiers, one per name and no two alike: names that are identifiers keep theirs, others are spelled in
 * ASCII ("Fièvre <38" becomes Fievre__38) and numbered where that meets another.
 */
export function identifiers(names: readonly string[]): string[] {
  const taken = new Set(names.filter((name) => IDENTIFIER.test(name)));
  const kept = new Set<string>();
  const next = new Map<string, number>();
  return names.map((name) => {
    if (taken.has(name) && !kept.has(name)) {
      kept.add(name);
      return name;
    }
    const base = spelled(name);
    let id = base;
    let n = next.get(base) ?? 2;
    while (taken.has(id)) id = `${base}_${n++}`;
    next.set(base, n);
    taken.add(id);
    return id;
  });
}

function spelled(name: string): string {
  const ascii = name
    .slice(0, 60)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9_]/gu, "_");
  return /[A-Za-z0-9]/.test(ascii) ? (/^[0-9]/.test(ascii) ? `_${ascii}` : ascii) : "unnamed";
}
