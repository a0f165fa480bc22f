import type { CaseBoard, BoardParty } from '../../../src-preload/contract/caseBoard.ts'
import type { CriterionView } from '../../../src-preload/contract/claims.ts'
import type { ArbitrationCase, CaseParty } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { OwnEvidence } from '../../../src-preload/contract/vocabulary/ownEvidenceShape.ts'
import type { Role } from '../../../src-preload/contract/vocabulary/words.ts'
import type { NumberedPlace, PlacedRow } from '../../../src-preload/words/partyPlaces.ts'
import type { PageCut } from '../ports.ts'

/** All that a case file says, as values: whatever is not in here does not stand in it. */
export interface CaseFileFacts {
  readonly one: ArbitrationCase
  /** Of those between whom the case is or was decided, in the order in which they came. */
  readonly board: CaseBoard
  /** Everybody who ever was a party, in the same order. */
  readonly parties: readonly FileParty[]
  /** Decided on this workstation, and the hub has not confirmed it. */
  readonly isOnItsWay: boolean
  readonly made: FileMaking
}

/** When and by whom a file was made, and by which versions. */
export interface FileMaking {
  readonly at: Instant
  readonly by: { readonly name: string; readonly role: Role }
  readonly version: string
  readonly contract: number
  readonly checker: string
  readonly reader: string
}

export interface FileParty {
  readonly letter: string
  readonly party: CaseParty
  /** Null = its claim is not on this workstation. */
  readonly claim: FileClaim | null
}

export interface FileClaim {
  readonly record: Pick<
    ClaimRecord,
    'form' | 'state' | 'subState' | 'stateChangedAt' | 'revision' | 'policy' | 'calendar'
  >
  /** With which versions its papers were checked; null = they are not. */
  readonly checker: string | null
  /** Whoever made the file judges this claim before the machine is seen. */
  readonly isHeldBack: boolean
  /** Who said what of the criteria. */
  readonly words: readonly Pick<CriterionView, 'criterion' | 'item' | 'reviewer'>[]
  readonly letters: readonly FileLetter[]
  readonly documents: readonly BoardParty['documents'][number][]
  readonly places: readonly FilePlace[]
}

/** A letter to the partner as it was written. */
export interface FileLetter {
  /** `later`: goes out once the winner is approved. */
  readonly what: 'ask' | 'tell' | 'decision' | 'later'
  /** Null = it has not gone out. */
  readonly at: Instant | null
  readonly byName: string
  /** Null = its words have not come to this workstation. */
  readonly text: string | null
}

/** A place that a verdict or a day rests on, numbered as on the board. */
export interface FilePlace extends NumberedPlace {
  /** Every row that rests on it. */
  readonly rows: readonly PlacedRow[]
  /** Null = the paper left the claim. */
  readonly document: BoardParty['documents'][number] | null
  /** Of a file inside the document; null = it is the document itself. */
  readonly innerName: string | null
  /** Null = the check found it. */
  readonly markedBy: Pick<OwnEvidence, 'byName' | 'at' | 'note'> | null
}

/**
 * `no_page`: text without pages, or the document as a whole. `not_here`: its bytes are not on this machine. `left_out`: there are more than
 * a file takes.
 */
export type NoPicture = 'no_page' | 'not_here' | 'not_drawn' | 'left_out'
export type PlacePicture = PageCut | NoPicture

/** By party, and in it by the place's number. */
export type PlacePictures = ReadonlyMap<string, PlacePicture>

export const pictureKey = (claimId: string, number: number): string => `${claimId} ${number}`
