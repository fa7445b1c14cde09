/**
 * One circle among the arrows from parents to children, as indices in the order parent, child, …; null if there is
 * none. Walks with a list of its own instead of calling itself, so that a chain of any length is safe.
 */
export function findCircle(parents: readonly (readonly number[])[]): number[] | null {
  const OPEN = 1;
  const DONE = 2;
  const state = new Uint8Array(parents.length);
  for (let start = 0; start < parents.length; start++) {
    if (state[start] !== 0) continue;
    const path: { node: number; next: number }[] = [{ node: start, next: 0 }];
    state[start] = OPEN;
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const parent = parents[top.node]![top.next++];
      if (parent === undefined) {
        state[top.node] = DONE;
        path.pop();
      } else if (state[parent] === OPEN) {
        const nodes = path.map(({ node }) => node);
        return nodes.slice(nodes.indexOf(parent)).toReversed();
      } else if (state[parent] === 0) {
        state[parent] = OPEN;
        path.push({ node: parent, next: 0 });
      }
    }
  }
  return null;
}
