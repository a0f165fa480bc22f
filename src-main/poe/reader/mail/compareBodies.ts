/** Share of differing words from which two versions of a message say different things. */
const DIFFERENT = 0.08
const FEWEST = 3

function wordsOf(text: string): Map<string, number> {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/<?\b(?:https?:\/\/|mailto:|www\.)\S+/gu, ' ')
    .replace(/\[(?:cid|image|bild|immagine)[^\]]*\]/gu, ' ')
  const counts = new Map<string, number>()
  for (const word of plain.match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Words that only one of two versions has, when there are too many of them for two forms of one message; null = alike. */
export function differingWords(a: string, b: string): string[] | null {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  const total = Math.max(sum(first), sum(second))
  if (sum(first) === 0 || sum(second) === 0) return null
  const extra = [...surplus(first, second), ...surplus(second, first)]
  return extra.length >= FEWEST && extra.length > total * DIFFERENT ? extra : null
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, one) => all + one, 0)

function surplus(of: ReadonlyMap<string, number>, over: ReadonlyMap<string, number>): string[] {
  return [...of].flatMap(([word, count]) =>
    Array.from({ length: Math.max(0, count - (over.get(word) ?? 0)) }, () => word),
  )
}
