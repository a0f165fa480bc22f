import type { GuideStep } from '../../../src-preload/contract/vocabulary/deskWords.ts'
import type { Stores } from '../../stores/Stores.tsx'
import { valueOf } from '../../stores/load.ts'
import type { CommandId } from '../commands.ts'

/** In the order in which they are walked; with the commands that do each. */
export const STEPS = [
  { step: 'open', commands: ['takeNext', 'queue.open'] },
  { step: 'evidence', commands: ['evidence.next'] },
  { step: 'confirm', commands: ['claim.take', 'claim.startReview'] },
  { step: 'decide', commands: ['decide.approve', 'decide.requestInfo', 'decide.reject'] },
  { step: 'undo', commands: ['undo'] },
] as const satisfies readonly { readonly step: GuideStep; readonly commands: readonly CommandId[] }[]

type Watched = Pick<Stores, 'openClaim' | 'claimView' | 'undo'>

/** What stands in the window of what a step asks for. A step is walked when this becomes another one and holds. */
export function signOf(step: GuideStep, { openClaim, claimView, undo }: Watched): string | null {
  const { claimId, detail } = openClaim.getState()
  if (step === 'open') return valueOf(detail) === null ? null : claimId
  if (step === 'evidence') return claimView.getState().active?.markId ?? null
  if (step === 'confirm') {
    const own = valueOf(detail)?.criteria.flatMap(({ reviewer }) => reviewer ?? [])
    return own === undefined || own.length === 0 ? null : JSON.stringify([claimId, own])
  }
  const { held, result } = undo.getState()
  if (step === 'decide') return held?.operationId ?? null
  return result === 'undone' && held !== null ? held.operationId : null
}

/** The step after this one; null = that was the last. */
export function stepAfter(step: GuideStep): GuideStep | null {
  const at = STEPS.findIndex((each) => each.step === step)
  return STEPS[at + 1]?.step ?? null
}
