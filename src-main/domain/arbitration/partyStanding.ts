import type {
  CheckReport,
  DayRange,
  Evidence,
  ItemTold,
  PapersTold,
} from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimItem } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { StandingEvidence } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { ActivityFit } from '../../../src-preload/contract/vocabulary/ladderWords.ts'
import type { OwnEvidence } from '../../../src-preload/contract/vocabulary/ownEvidenceShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import {
  type Activity,
  type ClaimCheckName,
  CRITERIA,
  type Criterion,
  type Verdict,
} from '../../../src-preload/contract/vocabulary/words.ts'
import { effectiveVerdict, type JudgedCriterion } from '../checks/effectiveVerdict.ts'
import { type Contender, standingOf } from '../intake/exclusivity.ts'
import { detailsOf } from './details.ts'
import type { Known, PartyStanding } from './standing.ts'

/** What people said of a claim and its papers; it goes before what the machine found. */
export interface PersonsWord {
  readonly verdicts: readonly (Omit<JudgedCriterion, 'verdict'> & { readonly verdict: Verdict })[]
  readonly details: readonly { readonly check: ClaimCheckName; readonly verdict: Verdict }[]
  readonly evidence: readonly Pick<OwnEvidence, 'evidenceId' | 'criterion' | 'item'>[]
  /** What somebody read where the machine could not: a date by hand, an engagement without an end. */
  readonly read: Partial<
    Pick<PartyStanding, 'statement' | 'acknowledged' | 'mention' | 'engagement' | 'activityFit'>
  >
}

export interface StandingSources {
  readonly claim: Contender & { readonly documents: readonly unknown[] }
  /** The contested one. */
  readonly item: ClaimItem
  /** The check of the papers as they are now; null = they are not checked yet. */
  readonly report: CheckReport | null
  readonly said: PersonsWord
  readonly policy: Pick<PolicyProfile, 'associationHeldFrom'>
  /** Checks whose findings have to be confirmed. */
  readonly advisory?: readonly Criterion[]
  /** ISO day. */
  readonly today: string
}

/** The standing of a claim for one contested item, from what the workstation has of it. What it cannot know stays unknown. */
export function partyStandingOf(sources: StandingSources): PartyStanding {
  const { claim, item, report, said, policy, today } = sources
  return {
    claimId: claim.form.claimId,
    criteria: CRITERIA.map((criterion) => judgedCriterion(criterion, sources)),
    details: detailsOf({ form: claim.form, lookups: claim.lookups, item }, report, said.details),
    hasPoe: claim.documents.length > 0,
    isMigrated: claim.isMigrated,
    submittedAt: claim.form.submittedAt,
    isIncumbent: standingOf(claim, item, policy, today) === 'holds',
    ...readOffPapers(sources),
    ...said.read,
  }
}

const placeOf = (criterion: Criterion, item: ClaimItem): string | null =>
  criterion === 'products' ? item.id : null

interface Words {
  readonly machine: Verdict | null
  readonly person: Verdict | null
  readonly evidence: readonly StandingEvidence[]
}

/** What machine and person say of a criterion, and where. */
function wordsOn(criterion: Criterion, { item, report, said }: StandingSources): Words {
  const place = placeOf(criterion, item)
  const isHere = (one: { readonly criterion: Criterion; readonly item: string | null }): boolean =>
    one.criterion === criterion && one.item === place
  const finding = report?.findings.find(isHere)
  const person = said.verdicts.find(isHere)?.verdict ?? null
  return {
    machine: finding?.verdict ?? null,
    person,
    evidence: [
      ...(person === null ? [] : [{ on: 'claim', place: 'verdict' } as const]),
      ...said.evidence.filter(isHere).map(({ evidenceId }) => ({ on: 'own', evidenceId }) as const),
      ...onPapers(finding?.evidence ?? []),
    ],
  }
}

function judgedCriterion(criterion: Criterion, sources: StandingSources): PartyStanding['criteria'][number] {
  const { machine, person, evidence } = wordsOn(criterion, sources)
  const isAdvisory = sources.advisory?.includes(criterion) ?? false
  return { criterion, verdict: effectiveVerdict(machine, person, isAdvisory), evidence }
}

const onPapers = (places: readonly Evidence[]): StandingEvidence[] =>
  places.map((place) => ({ on: 'paper', place }))

type OfPapers = Pick<
  PartyStanding,
  'statement' | 'acknowledged' | 'mention' | 'mentionEvidence' | 'engagement' | 'activityFit'
>

function readOffPapers(sources: StandingSources): OfPapers {
  const { item, claim } = sources
  const told = toldBy(sources)
  const own = told?.items.find((one) => one.item === item.id) ?? null
  const dates = wordsOn('dates', sources)
  const acknowledgment = wordsOn('customerAcknowledgment', sources)
  const service = wordsOn('serviceDescription', sources)
  return {
    acknowledged: unlessDenied(dates, knownDay(told?.acknowledged)),
    statement: unlessDenied(acknowledgment, knownDay(own?.statement)),
    engagement: known(told?.engagement, (value) => value, null),
    activityFit: fitBy(
      service,
      known(own?.work, (kinds) => fitOf(kinds, claim.form.activities), 'not_told'),
    ),
    ...mentionIn(own, sources),
  }
}

/** Without any paper there is nothing that papers could say. */
function toldBy({ report, claim, item }: StandingSources): PapersTold | null {
  if (claim.documents.length > 0) return report?.told ?? null
  const no = { told: 'no' } as const
  const nothing: ItemTold = { item: item.id, named: no, work: no, identified: no, statement: no }
  return { acknowledged: no, engagement: no, items: [nothing] }
}

type Told<Value> =
  | { readonly told: 'yes'; readonly value: Value; readonly evidence: readonly Evidence[] }
  | { readonly told: 'no' }
  | { readonly told: 'cannot_tell'; readonly evidence: readonly Evidence[] }

function known<Value, Result>(
  told: Told<Value> | undefined,
  of: (value: Value) => Result,
  ifNone: Result,
): Known<Result> {
  if (told === undefined) return { isKnown: false, evidence: [] }
  if (told.told === 'no') return { isKnown: true, value: ifNone, evidence: [] }
  const evidence = onPapers(told.evidence)
  return told.told === 'yes'
    ? { isKnown: true, value: of(told.value), evidence }
    : { isKnown: false, evidence }
}

const knownDay = (told: Told<DayRange> | undefined): Known<DayRange | null> =>
  known<DayRange, DayRange | null>(told, (days) => days, null)

/** The machine was sure, and a person says otherwise: then what it read there is not known any more. */
const isDenied = ({ machine, person }: Words): boolean =>
  person !== null && person !== machine && (machine === 'met' || machine === 'not_met')

const unlessDenied = <Value>(words: Words, value: Known<Value>): Known<Value> =>
  isDenied(words) ? { isKnown: false, evidence: value.evidence } : value

function fitOf(told: readonly Activity[], claimed: readonly Activity[]): ActivityFit {
  const fitting = claimed.filter((activity) => told.includes(activity))
  if (fitting.length === 0) return 'other_kind'
  return fitting.length === claimed.length ? 'fits' : 'partly'
}

/** A person found the description that the machine missed: what it told less of does not count. */
function fitBy(service: Words, fit: Known<ActivityFit>): Known<ActivityFit> {
  const isMissed = service.person === 'met' && service.machine !== 'met'
  const isLess = fit.isKnown && fit.value !== 'fits'
  return isDenied(service) || (isMissed && isLess) ? { isKnown: false, evidence: fit.evidence } : fit
}

function mentionIn(
  own: ItemTold | null,
  sources: StandingSources,
): Pick<PartyStanding, 'mention' | 'mentionEvidence'> {
  const product = wordsOn('products', sources)
  const service = wordsOn('serviceDescription', sources)
  const isTold = (told: Told<unknown> | undefined): boolean | null =>
    told === undefined || told.told === 'cannot_tell' ? null : told.told === 'yes'
  const named = own?.named
  const isNamed = named?.told === 'yes' ? named.value === 'item' : isTold(named)
  return {
    mention: {
      item: byPerson(product, isNamed),
      activity: byPerson(service, isTold(own?.work)),
      tenant_or_subscription: isTold(own?.identified),
    },
    mentionEvidence: [own?.named, own?.work, own?.identified].flatMap((told) =>
      told !== undefined && 'evidence' in told ? onPapers(told.evidence) : [],
    ),
  }
}

/** A person who says that it is shown, or not, knows more than the machine; how exactly it is named they did not say. */
const byPerson = (words: Words, isShown: boolean | null): boolean | null =>
  isDenied(words) || (words.person === 'met' && words.machine !== 'met' && isShown !== true) ? null : isShown
