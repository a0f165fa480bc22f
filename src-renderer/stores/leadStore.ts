import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LeadBoard, LeadClaim } from '../../src-preload/contract/lead.ts'
import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { LeadFigure, LeadSlice } from '../../src-preload/contract/vocabulary/leadShape.ts'
import { failureOf } from '../bridge/bridgeError.ts'
import type { Client } from '../bridge/client.ts'
import { latest } from './latest.ts'
import { EMPTY, type Load, LOADING, ready } from './load.ts'

export type PickedLine = Pick<LeadClaim, 'claimId' | 'claimName' | 'revision'>

/** Which list a lead looks at; it stays while they look at one of its claims. */
export interface LeadState {
  /** Empty = it is not for this person. */
  readonly board: Load<LeadBoard>
  readonly figure: LeadFigure
  /** Null = the whole figure. */
  readonly slice: LeadSlice | null
  /** Of the first line that is shown. */
  readonly offset: number
  /** Of the line that is looked at (`lineKey`); null = the first. */
  readonly line: string | null
  /** Claims of the list that an act is meant for. */
  readonly picked: ReadonlyMap<ClaimId, PickedLine>
  load(): Promise<void>
  /** Opens the list behind a number. */
  choose(figure: LeadFigure): void
  narrow(slice: LeadSlice | null): void
  turnTo(offset: number): void
  look(line: string | null): void
  pick(line: PickedLine): void
  unpick(claimId: ClaimId): void
  /** Nothing is picked any more. */
  drop(): void
}
export type LeadStore = StoreApi<LeadState>

const NOTHING: LeadState['picked'] = new Map()

export function createLeadStore(client: Client): LeadStore {
  return createStore<LeadState>((set) => ({
    board: LOADING,
    figure: { of: 'tile', tile: 'at_risk_75' },
    slice: null,
    offset: 0,
    line: null,
    picked: NOTHING,
    load: latest(async () => {
      try {
        const answer = await client.call('lead.board', { asOf: null })
        set({ board: answer.outcome === 'shown' ? ready(answer.board) : EMPTY })
      } catch (thrown) {
        const failed = { status: 'failed', error: failureOf(thrown) } as const
        set(({ board }) => (board.status === 'ready' ? {} : { board: failed }))
      }
    }),
    choose: (figure) => set({ figure, slice: null, offset: 0, line: null, picked: NOTHING }),
    narrow: (slice) => set({ slice, offset: 0, line: null, picked: NOTHING }),
    turnTo: (offset) => set({ offset, line: null }),
    look: (line) => set({ line }),
    pick: ({ claimId, claimName, revision }) =>
      set(({ picked }) => ({ picked: new Map(picked).set(claimId, { claimId, claimName, revision }) })),
    unpick: (claimId) =>
      set(({ picked }) => ({ picked: new Map([...picked].filter(([id]) => id !== claimId)) })),
    drop: () => set({ picked: NOTHING }),
  }))
}
