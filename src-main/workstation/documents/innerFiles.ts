import type { DocumentFacts } from '../../poe/facts/documentFacts.ts'

/** Which file inside which, by place: [0, 2] is the third file inside the first one of a document. Empty = the document itself. */
export type InnerPath = readonly number[]

/** Null when there is no such file, or when it was nested too deep to be read. */
export function factsAt(facts: DocumentFacts, path: InnerPath): DocumentFacts | null {
  const [first, ...rest] = path
  if (first === undefined) return facts
  const inner = facts.attachments[first]?.facts ?? null
  return inner === null ? null : factsAt(inner, rest)
}

/** As the outer file names it; null when there is no such file. */
export function nameAt(facts: DocumentFacts, path: InnerPath): string | null {
  const at = path.at(-1)
  const outer = factsAt(facts, path.slice(0, -1))
  return at === undefined ? null : (outer?.attachments[at]?.name ?? null)
}
