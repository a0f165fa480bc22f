import type { PartyStanding } from '../../../../src-main/domain/arbitration/standing.ts'
import { Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { LadderSuggestion } from '../../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { Rung } from '../../../../src-preload/contract/vocabulary/ladderWords.ts'
import { aStanding, anIncumbent, fromTo, judged, known, none, on, unknown } from './standings.ts'

/** Parties of one item, and what the ladder makes of them under a profile that changes nothing. */
export interface LadderStory {
  readonly title: string
  readonly parties: readonly PartyStanding[]
  /** The rung at which it ends; for `nobody` and `criteria_open` the gate; null = nothing is compared. */
  readonly endsAt: Rung | null
  readonly suggestion: LadderSuggestion['kind']
  /** Whom it suggests; null = nobody. */
  readonly suggested: 'holder' | 'asker' | 'third' | null
}

const holder = (wishes: Partial<PartyStanding> = {}) => anIncumbent('holder', wishes)
const asker = (wishes: Partial<PartyStanding> = {}) => aStanding('asker', wishes)
const third = (wishes: Partial<PartyStanding> = {}) => aStanding('third', wishes)

const AT_THE_GATE: readonly LadderStory[] = [
  {
    title: 'The holder’s proof is not signed by the customer; the challenger’s is in order',
    parties: [holder({ criteria: judged({ customerAcknowledgment: 'not_met' }) }), asker()],
    endsAt: 'validity',
    suggestion: 'clear',
    suggested: 'asker',
  },
  {
    title: 'The holder was brought over from before and has no proof on file',
    parties: [holder({ hasPoe: false, isMigrated: true, criteria: judged({ usablePoe: null }) }), asker()],
    endsAt: 'validity',
    suggestion: 'clear',
    suggested: 'asker',
  },
  {
    title: 'Nobody has a proof that holds: the challenger’s is too old, the holder has none on file',
    parties: [holder({ hasPoe: false }), asker({ criteria: judged({ dates: 'not_met' }) })],
    endsAt: 'validity',
    suggestion: 'nobody',
    suggested: null,
  },
  {
    title: 'The holder fails, and nobody has judged the challenger’s dates yet',
    parties: [holder({ hasPoe: false }), asker({ criteria: judged({ dates: null }) })],
    endsAt: 'validity',
    suggestion: 'criteria_open',
    suggested: 'asker',
  },
  {
    title: 'Nobody has verified yet that the challenger’s domain belongs to the customer',
    parties: [holder(), asker({ details: [{ check: 'domain_tenant', verdict: null }] })],
    endsAt: null,
    suggestion: 'not_verified',
    suggested: null,
  },
]

const ON_THE_RUNGS: readonly LadderStory[] = [
  {
    title: 'The customer wrote in September that the challenger is its partner for the item',
    parties: [holder({ acknowledged: on('2026-10-20') }), asker({ statement: on('2026-09-15') })],
    endsAt: 'customer_statement',
    suggestion: 'clear',
    suggested: 'asker',
  },
  {
    title: 'The customer named both in writing, the holder last',
    parties: [holder({ statement: on('2026-09-16') }), asker({ statement: on('2026-09-15') })],
    endsAt: 'customer_statement',
    suggestion: 'clear',
    suggested: 'holder',
  },
  {
    title: 'The challenger’s proof was acknowledged seven days later',
    parties: [holder({ acknowledged: on('2026-09-01') }), asker({ acknowledged: on('2026-09-08') })],
    endsAt: 'recency',
    suggestion: 'clear',
    suggested: 'asker',
  },
  {
    title: 'Six days are a tie; the challenger’s papers name the workload, the holder’s only the suite',
    parties: [
      holder({
        acknowledged: on('2026-09-07'),
        mention: { item: false, activity: true, tenant_or_subscription: true },
      }),
      asker({ mention: { item: true, activity: false, tenant_or_subscription: false } }),
    ],
    endsAt: 'specificity',
    suggestion: 'clear',
    suggested: 'asker',
  },
  {
    title: 'The holder’s engagement ended in June, the challenger’s runs',
    parties: [holder({ engagement: fromTo('2025-07-01', '2026-06-30') }), asker()],
    endsAt: 'currency',
    suggestion: 'clear',
    suggested: 'asker',
  },
  {
    title: 'The papers of the challenger tell of one of the two activities that it claims',
    parties: [holder(), asker({ activityFit: known('partly') })],
    endsAt: 'activity_fit',
    suggestion: 'clear',
    suggested: 'holder',
  },
]

const TIED: readonly LadderStory[] = [
  {
    title: 'Nothing tells them apart, and one of them holds the item',
    parties: [holder(), asker()],
    endsAt: 'discretion',
    suggestion: 'discretion',
    suggested: 'holder',
  },
  {
    title: 'Nothing tells them apart, nobody holds the item, and one submitted an hour earlier',
    parties: [asker({ submittedAt: Instant.parse('2026-10-01T08:00:00Z') }), third()],
    endsAt: 'discretion',
    suggestion: 'discretion',
    suggested: 'asker',
  },
  {
    title: 'Nothing tells them apart, nobody holds the item, and both submitted at the same instant',
    parties: [asker(), third()],
    endsAt: 'discretion',
    suggestion: 'discretion',
    suggested: null,
  },
  {
    title: 'Each names what the other does not',
    parties: [
      holder({ mention: { item: true, activity: true, tenant_or_subscription: false } }),
      asker({ mention: { item: true, activity: false, tenant_or_subscription: true } }),
    ],
    endsAt: 'discretion',
    suggestion: 'discretion',
    suggested: 'holder',
  },
]

const NOT_TOLD: readonly LadderStory[] = [
  {
    title: 'The challenger dated by hand, and nobody read it; its engagement runs, the holder’s is over',
    parties: [holder({ engagement: fromTo('2025-07-01', '2026-06-30') }), asker({ acknowledged: unknown })],
    endsAt: 'currency',
    suggestion: 'clear',
    suggested: 'asker',
  },
  {
    title: 'The challenger’s 03/04/2026 is later only if it is the third of April',
    parties: [
      holder({ acknowledged: on('2026-03-20') }),
      asker({ acknowledged: on('2026-03-04', '2026-04-03') }),
    ],
    endsAt: 'discretion',
    suggestion: 'discretion',
    suggested: 'holder',
  },
  {
    title: 'The holder’s papers state no end of its engagement',
    parties: [holder({ engagement: fromTo('2025-07-01', null) }), asker()],
    endsAt: 'discretion',
    suggestion: 'discretion',
    suggested: 'holder',
  },
]

const OF_SEVERAL: readonly LadderStory[] = [
  {
    title: 'Of three, recency leaves one behind, and of the other two one names the item',
    parties: [
      holder({ acknowledged: on('2026-03-01') }),
      asker({ mention: { item: false, activity: false, tenant_or_subscription: true } }),
      third({ acknowledged: on('2026-09-03') }),
    ],
    endsAt: 'specificity',
    suggestion: 'clear',
    suggested: 'third',
  },
  {
    title: 'Of three, one fails the gate; the other two tie, and neither holds the item',
    parties: [
      holder({ criteria: judged({ products: 'not_met' }) }),
      asker(),
      third({ submittedAt: Instant.parse('2026-10-02T09:00:00Z') }),
    ],
    endsAt: 'discretion',
    suggestion: 'discretion',
    suggested: 'asker',
  },
  {
    title: 'Of five, three fail in different ways, one is older',
    parties: [
      holder({ hasPoe: false, isMigrated: true }),
      asker({ criteria: judged({ dates: 'not_met' }) }),
      third(),
      aStanding('fourth', { details: [{ check: 'domain_tenant', verdict: 'not_met' }] }),
      aStanding('fifth', { acknowledged: on('2026-02-01'), statement: none }),
    ],
    endsAt: 'recency',
    suggestion: 'clear',
    suggested: 'third',
  },
]

/** A story for every rung, for ties, for what nobody can tell, and for parties without a proof. */
export const LADDER_STORIES: readonly LadderStory[] = [
  ...AT_THE_GATE,
  ...ON_THE_RUNGS,
  ...TIED,
  ...NOT_TOLD,
  ...OF_SEVERAL,
]
