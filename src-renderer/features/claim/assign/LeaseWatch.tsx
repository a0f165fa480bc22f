import { useAnnounce } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import { useText } from '../../../format/useText.ts'
import { valueOf } from '../../../stores/load.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'

const SOON_MS = 5 * 60_000
const INPUT = ['pointerdown', 'keydown', 'wheel', 'scroll'] as const

/** Tells whose the claim became and when the reviewer's own lease ends, and renews it as long as they work. Shows nothing. */
export function LeaseWatch({ detail }: { readonly detail: ClaimDetail }) {
  const { claim } = detail
  const myId = useShared('session', ({ session }) => valueOf(session)?.user.userId ?? null)
  const until = claim.assignedTo?.userId === myId ? (claim.assignedTo?.until ?? null) : null
  const stage = useShared('now', ({ secondMs }) => stageOf(until, secondMs))
  useSpokenTaking(detail, until !== null)
  useSpokenStage(stage, claim.form.claimName)
  useWorkSigns(detail, stage === 'calm' || stage === 'soon')
  return null
}

/** A claim that was given out opens under its name: only words say that it is now the reviewer's. */
function useSpokenTaking({ claim }: ClaimDetail, isMine: boolean): void {
  const say = useText()
  const { announce } = useAnnounce()
  const { assignment } = useStores()
  const { claimId, claimName } = claim.form
  const isUntold = useShared('assignment', ({ untold }) => untold === claimId)
  useEffect(() => {
    if (!isUntold || !isMine) return
    assignment.getState().told()
    announce(say('assignment.taken', { name: claimName }))
  }, [isUntold, isMine, claimName, assignment, announce, say])
}

export type LeaseStage = 'none' | 'calm' | 'soon' | 'over'

/** `nowMs`: epoch milliseconds. Five minutes before the end it becomes `soon`. */
export function stageOf(until: string | null, nowMs: number): LeaseStage {
  if (until === null) return 'none'
  const leftMs = Date.parse(until) - nowMs
  if (leftMs <= 0) return 'over'
  return leftMs <= SOON_MS ? 'soon' : 'calm'
}

function useSpokenStage(stage: LeaseStage, name: string): void {
  const say = useText()
  const { announce } = useAnnounce()
  const before = useRef(stage)
  useEffect(() => {
    const was = before.current
    before.current = stage
    if (was === stage || was === 'none') return
    if (stage === 'soon') announce(say('lease.soon', { name }))
    if (stage === 'over') announce(say('lease.over', { name }))
  }, [stage, name, announce, say])
}

/** Only real input counts: what the reviewer presses, scrolls or looks at, here or in the document's frame. */
function useWorkSigns({ claim }: ClaimDetail, isHeld: boolean): void {
  const { workSigns, claimView } = useStores()
  const { claimId } = claim.form
  useEffect(() => {
    if (!isHeld) return
    const worked = () => workSigns.worked(claimId)
    const options = { capture: true, passive: true }
    for (const event of INPUT) window.addEventListener(event, worked, options)
    // Pages that come into sight: the frame of the documents tells nothing else of scrolling.
    const end = claimView.subscribe(({ seen }, before) => {
      if (seen !== before.seen && Object.keys(seen).length > 0) worked()
    })
    return () => {
      for (const event of INPUT) window.removeEventListener(event, worked, options)
      end()
    }
  }, [workSigns, claimView, claimId, isHeld])
}
