import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { IsDropping } from './leads.ts'
import { holds, isLiving, itemFor, keysOf, livingPartiesOf, type View } from './view.ts'

export const IN_PLAY: readonly string[] = ['submitted', 'under_review', 'partner_action_required', 'approved']

/** Who holds or asks for a thing, as the claims alone say. */
function contendersFor(view: View, key: string, isDropping: IsDropping): ClaimRecord[] {
  return view.claims.filter(
    (claim) =>
      IN_PLAY.includes(claim.state) &&
      itemFor(claim, key) !== undefined &&
      (claim.state !== 'approved' || holds(claim, key)) &&
      !isDropping(claim.form.claimId, key),
  )
}

/** One holder a thing at most; one living case of all who contend for it, and of nobody else. */
export function wrongsOfCases(view: View, isDropping: IsDropping): string[] {
  const keys = new Set([...view.claims.flatMap(keysOf), ...view.cases.map(({ contested }) => contested.key)])
  return [...keys].flatMap((key) => {
    const holders = view.claims.filter((claim) => holds(claim, key)).map(({ form }) => form.claimId)
    const living = view.cases.filter((one) => isLiving(one) && one.contested.key === key)
    const contenders = contendersFor(view, key, isDropping)
    const partners = new Set(contenders.map(({ form }) => form.mpnId))
    const isContested = partners.size > 1 && contenders.some(({ state }) => state !== 'approved')
    const wanted = isContested ? contenders.map(asParty).join(', ') : ''
    const found = living.map((one) => partiesOf(one, view)).join(' | ')
    return [
      ...(holders.length > 1 ? [`${holders.join(' and ')} hold ${key}`] : []),
      ...(living.length > 1 ? [`${key} has ${living.length} living cases`] : []),
      ...(found === wanted ? [] : [`the case on ${key} has (${found}) instead of (${wanted})`]),
    ]
  })
}

const asParty = ({ form, state, matters }: ClaimRecord): string =>
  `${form.claimId} of ${form.mpnId} ${state === 'approved' ? 'incumbent' : 'challenger'} reviewed ${matters.firstReviewedAt}`

const partiesOf = (one: ArbitrationCase, view: View): string =>
  livingPartiesOf(one)
    .toSorted((a, b) => (a.claimId < b.claimId ? -1 : 1))
    .map(({ claimId, mpnId, role, firstReviewedAt }) => {
      const isThere = view.claims.some(({ form }) => form.claimId === claimId)
      return `${isThere ? '' : 'gone '}${claimId} of ${mpnId} ${role} reviewed ${firstReviewedAt}`
    })
    .join(', ')

/** What a claim or case says of itself fits what happened to it, and revisions go up with every change and never down. */
export function wrongsOfRecords(before: View, after: View): string[] {
  return [
    ...after.claims.flatMap((claim) => {
      const known = before.claims.find(({ form }) => form.claimId === claim.form.claimId)
      return [...wrongsOfClaim(claim, after), ...wrongsOfRevision(claim.form.claimId, known, claim)]
    }),
    ...after.cases.flatMap((one) => {
      const known = before.cases.find(({ caseId }) => caseId === one.caseId)
      return [...wrongsOfLog(one), ...wrongsOfRevision(`the case on ${one.contested.key}`, known, one)]
    }),
    ...before.cases
      .filter(({ caseId }) => !after.cases.some((one) => one.caseId === caseId))
      .map(({ contested }) => `a case on ${contested.key} is gone`),
  ]
}

/** The living parties of the cases that a claim is in. */
const casesOf = ({ cases }: View, claimId: string) =>
  cases
    .filter(isLiving)
    .map(livingPartiesOf)
    .filter((parties) => parties.some((party) => party.claimId === claimId))

function wrongsOfClaim(claim: ClaimRecord, view: View): string[] {
  const { form, state, subState, matters, competingClaims, history } = claim
  const { claimId, mpnId } = form
  const own = casesOf(view, claimId)
  const rivals = new Set(own.flat().flatMap((party) => (party.mpnId === mpnId ? [] : [party.claimId]))).size
  const told = history.findLast(({ toState }) => toState !== null)?.toState
  const waits = subState === 'awaiting_arbitration' || matters.heldSince !== null
  return [
    ...(rivals === competingClaims
      ? []
      : [`${claimId} shows ${competingClaims} rivals instead of ${rivals}`]),
    ...(told === state ? [] : [`${claimId} is ${state}, and its history ends at ${told}`]),
    ...(waits && own.length === 0 ? [`${claimId} waits for an arbitration that there is not`] : []),
  ]
}

type Revised = Pick<ClaimRecord, 'revision'>

/** What may change beside the revision: what the clocks say, and who works on a claim. */
const LEASES: readonly string[] = ['taken', 'released', 'handed_over', 'lease_ended']
const BESIDE: readonly string[] = ['clocks', 'assignedTo']

const revisedText = (one: Revised): string =>
  JSON.stringify(one, (name, value: unknown) => {
    if (BESIDE.includes(name)) return undefined
    if (name !== 'history' || !Array.isArray(value)) return value
    return (value as ClaimRecord['history']).filter(({ kind }) => !LEASES.includes(kind))
  })

function wrongsOfRevision(name: string, known: Revised | undefined, now: Revised): string[] {
  if (known === undefined) return []
  if (now.revision < known.revision) return [`${name} went from ${known.revision} back to ${now.revision}`]
  return now.revision === known.revision && revisedText(known) !== revisedText(now)
    ? [`${name} changed and is at ${now.revision} still`]
    : []
}

/** Whoever was written to was told, and where nobody has to answer the case is ready once all its challengers were reviewed. */
function wrongsOfLog(one: ArbitrationCase): string[] {
  const { key } = one.contested
  const untold = one.parties.filter(({ outreach, toldAt }) => outreach.length > 0 && toldAt === null)
  const wrongs = untold.map(
    ({ claimId }) => `${claimId} was written to in the case on ${key}, which does not know`,
  )
  const living = livingPartiesOf(one)
  const isAsked = living.some(({ outreach }) =>
    outreach.some(({ dueAt, answeredAt }) => dueAt !== null && answeredAt === null),
  )
  if (!isLiving(one) || isAsked) return wrongs
  const isReady = living.every(
    ({ role, firstReviewedAt }) => role === 'incumbent' || firstReviewedAt !== null,
  )
  const state = isReady ? 'ready' : 'open'
  return one.state === state ? wrongs : [...wrongs, `the case on ${key} is ${one.state} instead of ${state}`]
}
