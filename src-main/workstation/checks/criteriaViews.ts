import type { CriterionView } from '../../../src-preload/contract/claims.ts'
import type { CheckReport, Finding } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { CRITERIA, type Criterion, type Verdict } from '../../../src-preload/contract/vocabulary/words.ts'
import { effectiveVerdict } from '../../domain/checks/effectiveVerdict.ts'
import type { AdvisoryCheck } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import type { StoredVerdict } from '../../store/verdictsRepo.ts'

/**
 * Every criterion of a claim in the order of the panel, products once per item: the machine's word, the reviewer's, what counts.
 * @param advisory checks that were right too seldom of late under the claim's profile.
 */
export function criteriaViews(
  form: Pick<ClaimForm, 'items'>,
  report: CheckReport | null,
  said: readonly StoredVerdict[],
  advisory: readonly AdvisoryCheck[] = [],
): CriterionView[] {
  return placesOf(form).map(({ criterion, item }) => {
    const machine = findingFor(report, criterion, item)
    const check = advisory.find((one) => one.criterion === criterion)
    const own = said.find((verdict) => verdict.criterion === criterion && verdict.item === item)
    return {
      criterion,
      item,
      machine,
      reviewer: own === undefined ? null : reviewerPart(own),
      effective: effectiveVerdict(machine?.verdict ?? null, own?.verdict ?? null, check !== undefined),
      advisory: check === undefined ? null : { level: check.level, since: check.since },
    }
  })
}

interface Place {
  readonly criterion: Criterion
  readonly item: string | null
}

function placesOf(form: Pick<ClaimForm, 'items'>): Place[] {
  return CRITERIA.flatMap((criterion): Place[] =>
    criterion === 'products'
      ? form.items.map(({ id }) => ({ criterion, item: id }))
      : [{ criterion, item: null }],
  )
}

function findingFor(report: CheckReport | null, criterion: Criterion, item: string | null): Finding | null {
  return report?.findings.find((finding) => finding.criterion === criterion && finding.item === item) ?? null
}

function reviewerPart({ verdict, act, reason, byName, at }: StoredVerdict): CriterionView['reviewer'] {
  return { verdict, act, reason, byName, at }
}

/** From worst to best: a claim's products are as good as its worst item. */
const WORST_FIRST: readonly Verdict[] = ['not_met', 'cannot_tell', 'met', 'not_applicable']

/** The chips of the queue: the reviewer's verdict, else the machine's; null = not checked. */
export function chipsOf(views: readonly CriterionView[]): Record<Criterion, Verdict | null> {
  const chip = (criterion: Criterion): Verdict | null => {
    const verdicts = views
      .filter((view) => view.criterion === criterion)
      .map(({ reviewer, machine }) => reviewer?.verdict ?? machine?.verdict ?? null)
    return verdicts.includes(null)
      ? null
      : (WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? null)
  }
  return {
    usablePoe: chip('usablePoe'),
    customerAcknowledgment: chip('customerAcknowledgment'),
    dates: chip('dates'),
    products: chip('products'),
    serviceDescription: chip('serviceDescription'),
  }
}
