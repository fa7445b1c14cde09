/** "1 minute", "3 minutes", "2 boxes": how many there are of what. */
export const counted = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`;
