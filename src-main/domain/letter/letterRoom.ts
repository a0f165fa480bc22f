import type { LetterClaim } from './letterFacts.ts'

/** How much a letter may spend on lists and names: a comment of Partner Center holds 8,000 characters. */
export interface LetterRoom {
  /** Items listed one by one; the rest is counted. */
  readonly items: number
  /** Causes told of one criterion or item. */
  readonly causes: number
  /** Places named for one cause. */
  readonly places: number
  /** Characters of a name. */
  readonly name: number
}

/** From ample to tight: the first in which a letter fits is taken. */
export const LETTER_ROOMS: readonly [LetterRoom, ...LetterRoom[]] = [
  { items: 25, causes: 5, places: 3, name: 120 },
  { items: 8, causes: 3, places: 1, name: 80 },
  { items: 3, causes: 1, places: 0, name: 48 },
]

/**
 * A name from outside as one line of plain text: no line breaks, no control characters, no marks that turn the direction of what
 * follows. At most `most` UTF-16 units, the last one an ellipsis where it was cut.
 */
export function plainLine(text: string, most: number): string {
  const line = text
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim()
  if (line.length <= most) return line
  // The cut may fall between the two halves of one character.
  return `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/u, '')}…`
}

/** The claim with all its names as plain lines. */
export function plainClaim(claim: LetterClaim, { name }: LetterRoom): LetterClaim {
  return {
    ...claim,
    claimId: plainLine(claim.claimId, name),
    claimName: plainLine(claim.claimName, name),
    customer: plainLine(claim.customer, name),
    partner: plainLine(claim.partner, name),
    items: claim.items.map((item) => ({ id: item.id, name: plainLine(item.name, name) })),
  }
}
