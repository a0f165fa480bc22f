/** What a table says of a word that a stranger chose: `constructor` and its like are no entries, though every object answers to them. */
export const ownEntry = <V>(table: Readonly<Record<string, V>>, word: string): V | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined
