/** Whether two names are one to those who hear them. */
const folded = (name: string) => name.normalize("NFKC").toLocaleLowerCase("en");

/** Names that are taken, and what the next one of the same name is called: "Dana", "Dana (2)", "dana (3)". */
export class Names {
  readonly #taken = new Set<string>();

  constructor(taken: Iterable<string> = []) {
    for (const name of taken) this.#taken.add(folded(name));
  }

  /** The name, told apart from all before it and taken from now on. @param most characters, its number included */
  take(wanted: string, most = Infinity): string {
    for (let n = 1; ; n += 1) {
      const ending = n === 1 ? "" : ` (${n})`;
      const name = wanted.slice(0, most - ending.length) + ending;
      if (this.#taken.has(folded(name))) continue;
      this.#taken.add(folded(name));
      return name;
    }
  }
}
