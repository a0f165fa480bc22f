import type { BoardParty } from '../contract/caseBoard.ts'
import type { OperationId } from '../contract/vocabulary/idShapes.ts'
import type { Ladder, StandingEvidence } from '../contract/vocabulary/ladderShape.ts'
import { CRITERIA, type Criterion } from '../contract/vocabulary/words.ts'

/** Rows of the board that have places on papers. */
export type PlacedRow = Criterion | 'acknowledged' | 'engagement'
export const PLACED_ROWS: readonly PlacedRow[] = [...CRITERIA, 'acknowledged', 'engagement']

/** Which rung has looked up what a row of dates says. */
const RUNG_OF = { acknowledged: 'recency', engagement: 'currency' } as const

/** A place on a party's papers, with the number that it carries on the board, in the page margin and on paper. */
export interface NumberedPlace {
  /** From 1. */
  readonly number: number
  /** The first row that rests on it. */
  readonly row: PlacedRow
  /** `own`: a reviewer marked it. */
  readonly tone: 'evidence' | 'own'
  /** Null = the paper left the claim. */
  readonly paper: PlacedPaper | null
  /** Null = in the document as a whole. */
  readonly page: number | null
  readonly quads: readonly (readonly number[])[]
  /** Null = a drawing or picture. */
  readonly text: string | null
  /** Of a reviewer's own; null = the check found it. */
  readonly evidenceId: OperationId | null
}

/** A paper of the claim, or a file inside it by its place. */
export interface PlacedPaper {
  readonly documentId: string
  readonly inside: readonly number[]
}

export interface NumberedPlaces {
  readonly all: readonly NumberedPlace[]
  readonly inRow: (row: PlacedRow) => readonly NumberedPlace[]
}

/** Numbers every place of a party once, in the order in which the board shows its rows. */
export function numberPlaces(party: BoardParty, ladder: Ladder | null): NumberedPlaces {
  const byPlace = new Map<string, NumberedPlace>()
  const rows = new Map<PlacedRow, NumberedPlace[]>()
  for (const row of PLACED_ROWS)
    for (const evidence of evidenceOf(row, party, ladder)) {
      const found = placeOf(evidence, party)
      if (found === null) continue
      const key = JSON.stringify([found.paper, found.page, found.quads, found.text])
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

type Unnumbered = Omit<NumberedPlace, 'number' | 'row'>

function placeOf(evidence: StandingEvidence, party: BoardParty): Unnumbered | null {
  if (evidence.on === 'paper') {
    const { document, page, quads, laid, text } = evidence.place
    const paper = paperOf(
      party.documents.find((each) => each.name === document),
      laid?.inside ?? [],
    )
    const shown = laid ?? { page, quads }
    return { tone: 'evidence', paper, page: shown.page, quads: shown.quads, text, evidenceId: null }
  }
  if (evidence.on === 'claim') return null
  const found = party.own.find(({ evidenceId }) => evidenceId === evidence.evidenceId)
  if (found === undefined) return null
  const { sha256, inside, page, quads, text, evidenceId } = found
  const paper = paperOf(
    party.documents.find((each) => each.sha256 === sha256),
    inside,
  )
  return { tone: 'own', paper, page, quads, text, evidenceId }
}

const paperOf = (
  document: BoardParty['documents'][number] | undefined,
  inside: readonly number[],
): PlacedPaper | null => (document === undefined ? null : { documentId: document.documentId, inside })
