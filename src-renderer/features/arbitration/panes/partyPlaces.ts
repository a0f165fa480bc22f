import type { BoardParty } from '../../../../src-preload/contract/caseBoard.ts'
import type { Ladder, StandingEvidence } from '../../../../src-preload/contract/vocabulary/ladderShape.ts'
import { CRITERIA, type Criterion } from '../../../../src-preload/contract/vocabulary/words.ts'
import { paperOfHash, paperOfName } from './partyPapers.ts'

/** Rows of the board that have places on papers. */
export type PlacedRow = Criterion | 'acknowledged' | 'engagement'
export const PLACED_ROWS: readonly PlacedRow[] = [...CRITERIA, 'acknowledged', 'engagement']

/** Which rung has looked up what a row of dates says. */
const RUNG_OF = { acknowledged: 'recency', engagement: 'currency' } as const

/** A place on a party's papers, with the number that it carries on the board and in the page margin. */
export interface PartyPlace {
  /** From 1. */
  readonly number: number
  /** The first row that rests on it. */
  readonly row: PlacedRow
  /** `own`: a reviewer marked it. */
  readonly tone: 'evidence' | 'own'
  /** As in `papersOf`; null = the paper left the claim. */
  readonly documentId: string | null
  /** Null = in the document as a whole. */
  readonly page: number | null
  readonly quads: readonly (readonly number[])[]
  /** Null = a drawing or picture. */
  readonly text: string | null
}

export interface PartyPlaces {
  readonly all: readonly PartyPlace[]
  readonly inRow: (row: PlacedRow) => readonly PartyPlace[]
}

/** Numbers every place of a party once, in the order in which the board shows its rows. */
export function placesOf(party: BoardParty, ladder: Ladder | null): PartyPlaces {
  const byPlace = new Map<string, PartyPlace>()
  const rows = new Map<PlacedRow, PartyPlace[]>()
  for (const row of PLACED_ROWS)
    for (const evidence of evidenceOf(row, party, ladder)) {
      const found = placeOf(evidence, party)
      if (found === null) continue
      const key = JSON.stringify([found.documentId, found.page, found.quads, found.text])
      const place = byPlace.get(key) ?? { ...found, row, number: byPlace.size + 1 }
      byPlace.set(key, place)
      const inRow = rows.get(row) ?? []
      if (!inRow.includes(place)) rows.set(row, [...inRow, place])
    }
  return { all: [...byPlace.values()], inRow: (row) => rows.get(row) ?? [] }
}

function evidenceOf(row: PlacedRow, party: BoardParty, ladder: Ladder | null): readonly StandingEvidence[] {
  if (row !== 'acknowledged' && row !== 'engagement')
    return party.criteria.find(({ criterion }) => criterion === row)?.evidence ?? []
  const rungs = ladder?.outcome === 'compared' ? ladder.rungs : []
  const rung = rungs.find((one) => one.rung === RUNG_OF[row])
  return rung?.parties.find(({ claimId }) => claimId === party.claimId)?.evidence ?? []
}

type Unnumbered = Omit<PartyPlace, 'number' | 'row'>

function placeOf(evidence: StandingEvidence, party: BoardParty): Unnumbered | null {
  if (evidence.on === 'paper') {
    const { document, page, quads, laid, text } = evidence.place
    const documentId = paperOfName(party, document, laid?.inside ?? [])
    const shown = laid ?? { page, quads }
    return { tone: 'evidence', documentId, page: shown.page, quads: shown.quads, text }
  }
  if (evidence.on === 'claim') return null
  const found = party.own.find(({ evidenceId }) => evidenceId === evidence.evidenceId)
  if (found === undefined) return null
  const { sha256, inside, page, quads, text } = found
  return { tone: 'own', documentId: paperOfHash(party, sha256, inside), page, quads, text }
}
