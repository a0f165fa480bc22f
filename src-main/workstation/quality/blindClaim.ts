import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { SampledDecision } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { criteriaViews } from '../checks/criteriaViews.ts'
import type { Core } from '../core.ts'
import { documentViews } from '../documents/documentViews.ts'
import { pendingReviews } from './keptReviews.ts'

type Asked = Pick<Input<'quality.review'>, 'sampleId' | 'decisionId'>

/** The review that this person owes; undefined = none of this name. */
export const owedReview = (
  store: ReadStore,
  { session }: Pick<Core, 'session'>,
  { sampleId, decisionId }: Asked,
): SampledDecision | undefined =>
  pendingReviews(store, session.user().userId).find(
    (one) => one.sampleId === sampleId && one.decisionId === decisionId,
  )

/** The criteria of a claim, products once per item. */
export const placesOf = (form: Parameters<typeof criteriaViews>[0]) =>
  criteriaViews(form, null, []).map(({ criterion, item }) => ({ criterion, item }))

/** What lay before the decider, with papers of later left out: neither status, history, words nor findings. */
export function blindClaim(core: Core, asked: Asked): Output<'quality.review'> {
  return core.store.read((store) => {
    const owed = owedReview(store, core, asked)
    const record = owed === undefined ? undefined : findClaim(store, owed.claimId)?.record
    if (owed === undefined || record === undefined) return { claim: null }
    const { sampleId, decisionId, claimId, decidedAt } = owed
    const then = documentViews(store, record).filter(({ addedAt }) => addedAt <= decidedAt)
    const { form } = record
    return {
      claim: { sampleId, decisionId, claimId, decidedAt, form, documents: then, places: placesOf(form) },
    }
  })
}
