import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../../../src-preload/contract/index.ts'
import type { ProposedMove, TeamClaim, WhatIf } from '../../../../src-preload/contract/team.ts'
import type { ClaimId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { failureOf } from '../../../bridge/bridgeError.ts'
import type { Load } from '../../../stores/load.ts'
import { valueOf } from '../../../stores/load.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { useRead } from '../../../stores/useRead.ts'

/** A claim that somebody else may get; the lead says which of them do, and who. */
export interface Move {
  readonly claim: TeamClaim
  readonly to: UserId
  /** Null = the lead chose it. */
  readonly why: Pick<ProposedMove, 'cause' | 'decisions' | 'held'> | null
  readonly isChosen: boolean
}

export interface Wish {
  readonly from: UserId | null
  readonly to: UserId | null
  readonly count: number
  readonly reviewers: number
}

export interface Moves {
  readonly all: readonly Move[]
  readonly chosen: readonly Move[]
  readonly wish: Wish
  setWish(part: Partial<Wish>): void
  /** Asks for moves after which fewer claims breach. */
  balance(): Promise<void>
  /** Takes over what the transfer that is asked about would move. */
  take(): void
  change(claimId: ClaimId, part: Partial<Pick<Move, 'to' | 'isChosen'>>): void
  clear(): void
  /** What was chosen is done: nothing is left of it here. */
  sent(): void
  readonly forecast: Load<Output<'team.forecast'>>
  /** What the last question came to, where it was not what was hoped for; null = nothing to say. */
  readonly note: 'nothing_helps' | 'failed' | null
}

const NO_WISH: Wish = { from: null, to: null, count: 0, reviewers: 0 }

/** What a lead would change, and what that would change; until it is sent nothing is done. */
export function useMoves(day: string, news: number): Moves {
  const { client } = useStores()
  const [all, setAll] = useState<readonly Move[]>([])
  const [wish, setWish] = useState(NO_WISH)
  const [note, setNote] = useState<Moves['note']>(null)
  const chosen = all.filter(({ isChosen }) => isChosen)
  const [forecast] = useRead('team.forecast', { day, whatIf: whatIfOf(wish, chosen, day) }, news)
  const told = valueOf(forecast)
  useDayChanged(day, () => setAll([]))
  const balance = async () => {
    setNote(null)
    const proposal = await client.call('team.balance', { day })
    if (proposal.outcome !== 'proposal') return
    setAll(proposal.moves.map(({ claim, to, ...why }) => ({ claim, to, why, isChosen: true })))
    if (proposal.moves.length === 0) setNote('nothing_helps')
  }
  const orSay = (work: () => Promise<void>) => () =>
    work().catch((thrown: unknown) => {
      failureOf(thrown)
      setNote('failed')
    })
  return {
    all,
    chosen,
    wish,
    setWish: (part) => setWish((before) => ({ ...before, ...part })),
    balance: orSay(balance),
    take() {
      if (told?.outcome !== 'forecast' || wish.to === null) return
      const { to } = wish
      setAll(told.moved.map((claim) => ({ claim, to, why: null, isChosen: true })))
      setWish((before) => ({ ...before, count: 0 }))
    },
    change: (claimId, part) =>
      setAll((moves) => moves.map((one) => (one.claim.claimId === claimId ? { ...one, ...part } : one))),
    clear: () => setAll([]),
    sent() {
      setAll([])
      setWish(NO_WISH)
    },
    forecast,
    note,
  }
}

function whatIfOf({ from, to, count, reviewers }: Wish, chosen: readonly Move[], day: string): WhatIf | null {
  if (count === 0 && reviewers === 0 && chosen.length === 0) return null
  return {
    transfer: to === null || count === 0 ? null : { from, to, count },
    moves: chosen.map(({ claim, to: toUserId }) => ({ claimId: claim.claimId, toUserId })),
    more: reviewers === 0 ? null : { reviewers, from: tomorrow(day) },
  }
}

/** Nobody new decides anything today. Not after the day itself. */
function tomorrow(day: string): string {
  const next = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  return next < day ? next : day
}

/** Moves were proposed for one day: for another one they are others. */
function useDayChanged(day: string, onChanged: () => void): void {
  const known = useRef(day)
  useEffect(() => {
    if (known.current === day) return
    known.current = day
    onChanged()
  })
}
