import type { BoardParty } from '../contract/caseBoard.ts'

const FIRST = 65

/** Parties stand under letters, left to right: on the board, the axis and the ladder alike. */
export function letterIn(parties: readonly Pick<BoardParty, 'claimId'>[], claimId: string): string {
  const at = parties.findIndex((party) => party.claimId === claimId)
  return at < 0 ? '?' : String.fromCodePoint(FIRST + at)
}
