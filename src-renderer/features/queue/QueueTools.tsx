import { lazy, Suspense, useState } from 'react'
import { useStore } from 'zustand'
import type { ClaimCount } from '../../../src-preload/contract/vocabulary/queueShape.ts'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { useCommand } from '../../app/useCommand.ts'
import { valueOf } from '../../stores/load.ts'
import type { ClaimRef } from '../../stores/assignmentStore.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { useRead } from '../../stores/useRead.ts'
import { useBulkActs } from './bulk/useBulkActs.ts'
import { rowIdOf } from './ClaimRow.tsx'
import { type QueueBlocks, rowAt } from './queueBlocks.ts'
import type { QueueDesk } from './queueDesk.ts'
import { cursorOf, type OnCurrent, refOf } from './useCursor.ts'

// Not needed for the first rows.
const ApproveDialog = lazy(async () => ({
  default: (await import('./bulk/ApproveDialog.tsx')).ApproveDialog,
}))
const BulkBar = lazy(async () => ({ default: (await import('./bulk/BulkBar.tsx')).BulkBar }))
const SnoozeDialog = lazy(async () => ({ default: (await import('./bulk/SnoozeDialog.tsx')).SnoozeDialog }))
const WhyNext = lazy(async () => ({ default: (await import('./why/WhyNext.tsx')).WhyNext }))

interface QueueToolsProps {
  readonly desk: QueueDesk
  readonly rows: QueueBlocks
  /** The rows that are drawn. */
  readonly first: number
  readonly last: number
  readonly onCurrent: OnCurrent
}

/** What is done to the current claim or to the picked ones without opening them. */
export function QueueTools({ desk, rows, first, last, onCurrent }: QueueToolsProps) {
  const { assignment } = useStores()
  const picked = [...useStore(desk.selection, (state) => state.picked).values()]
  const acts = useBulkActs(desk)
  const onRow = (act: (claim: ClaimRef) => unknown) => void onCurrent((row) => act(refOf(row)))
  useCommand('queue.take', () => {
    if (picked.length > 0) void acts.run('take', picked)
    else onRow(assignment.getState().take)
  })
  useCommand('queue.release', () => {
    if (picked.length > 0) void acts.run('release', picked)
    else onRow(assignment.getState().release)
  })
  return (
    <Suspense fallback={null}>
      <WhyCurrent desk={desk} rows={rows} first={first} last={last} />
      <Snoozing desk={desk} picked={picked} onCurrent={onCurrent} />
      {picked.length > 0 && (
        <Picked desk={desk} picked={picked} shown={{ claims: rows.total, isMore: rows.isMore }} />
      )}
    </Suspense>
  )
}

interface PickedProps {
  readonly desk: QueueDesk
  readonly picked: readonly ClaimRef[]
  readonly shown: ClaimCount
}

/** More than these are asked about once (ux.md A2). */
const ASKED_ABOVE = 10

function Picked({ desk, picked, shown }: PickedProps) {
  const acts = useBulkActs(desk)
  const [isAsking, setAsking] = useState(false)
  const minuteMs = useShared('now', (state) => state.minuteMs)
  const revisions = picked.map(({ revision }) => revision).join(' ')
  const [load] = useRead(
    'claims.bulkPlan',
    { act: 'approve', claimIds: picked.map(({ claimId }) => claimId) },
    `${revisions} ${minuteMs}`,
  )
  const plan = valueOf(load)
  // Only what the plan named: what was left out stays out, whatever happens to it until then.
  const able = picked.filter(({ claimId }) => plan?.able.includes(claimId))
  const approve = () => {
    setAsking(false)
    void acts.approve(able)
  }
  useCommand('queue.approve', () => {
    if (plan === null || able.length === 0) return
    if (able.length > ASKED_ABOVE || plan.leftOut.length > 0) setAsking(true)
    else approve()
  })
  return (
    <>
      <BulkBar store={desk.bulk} picked={picked} shown={shown} plan={plan} />
      {isAsking && plan !== null && (
        <ApproveDialog plan={plan} onApprove={approve} onClose={() => setAsking(false)} />
      )}
    </>
  )
}

interface SnoozingProps {
  readonly desk: QueueDesk
  readonly picked: readonly ClaimRef[]
  readonly onCurrent: OnCurrent
}

function Snoozing({ desk, picked, onCurrent }: SnoozingProps) {
  const nowMs = useShared('now', (state) => state.minuteMs)
  const [asked, setAsked] = useState<{ claims: readonly ClaimRef[]; isAsleep: boolean } | null>(null)
  useCommand('queue.snooze', () => {
    if (picked.length > 0) setAsked({ claims: picked, isAsleep: true })
    else void onCurrent((row) => setAsked({ claims: [refOf(row)], isAsleep: row.snooze !== null }))
  })
  if (asked === null) return null
  const choose = async (untilMs: number | null) => {
    const claimIds = asked.claims.map(({ claimId }) => claimId)
    // toISOString writes what the brand stands for.
    const until = untilMs === null ? null : (new Date(untilMs).toISOString() as Instant)
    setAsked(null)
    if (await desk.bulk.getState().snooze(claimIds, until)) desk.selection.getState().drop(claimIds)
  }
  return (
    <SnoozeDialog
      claims={asked.claims.length}
      isAsleep={asked.isAsleep}
      nowMs={nowMs}
      onChoose={(untilMs) => void choose(untilMs)}
      onClose={() => setAsked(null)}
    />
  )
}

type WhyCurrentProps = Pick<QueueToolsProps, 'desk' | 'rows' | 'first' | 'last'>

function WhyCurrent({ desk, rows, first, last }: WhyCurrentProps) {
  const [isOpen, setOpen] = useState(false)
  const index = useStore(desk.view, (state) => cursorOf(state, rows))
  useCommand('queue.why', () => setOpen((open) => !open))
  const row = rowAt(rows, index)
  if (!isOpen || row === undefined || index < first || index > last) return null
  const element = document.getElementById(rowIdOf(index))
  return (
    <WhyNext
      // Another row is another place to stand at.
      key={index}
      row={row}
      target={element?.querySelector<HTMLElement>('[data-why]') ?? element}
      onClose={() => setOpen(false)}
    />
  )
}
