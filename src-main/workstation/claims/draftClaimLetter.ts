import type { Input, Output } from '../../../src-preload/contract/index.ts'
import { AppError } from '../appError.ts'
import type { Core } from '../core.ts'
import { claimFor } from '../checks/blindClaims.ts'
import { findOwnCalendar, getClaimAtHand } from './claimAtHand.ts'
import { ownEvidenceAtHand, ownPlaces } from './ownEvidenceAtHand.ts'
import { dueIfDecided } from '../../domain/letter/dueIfDecided.ts'

/**
 * The letter to the partner as the templates have it. Throws not_found while the profile or the calendar is not here: without them
 * nobody can say when an answer is due.
 */
export async function draftClaimLetter(
  core: Core,
  { claimId, ...choice }: Input<'claims.draftLetter'>,
): Promise<Output<'claims.draftLetter'>> {
  const { claim, calendar, found } = core.store.read((store) => {
    const atHand = claimFor(store, getClaimAtHand(store, claimId), core.session.user().userId)
    const { record } = atHand
    return {
      claim: atHand,
      calendar: findOwnCalendar(store, record),
      found: ownEvidenceAtHand(store, record),
    }
  })
  const { record, policy, report } = claim
  const criteria = claim.criteria.map((view) => ({ ...view, own: ownPlaces(found, record, view) }))
  if (policy === null || calendar === null)
    throw new AppError('not_found', 'The policy or the calendar of this claim has not come from the hub yet.')
  // Templates of six languages: loaded with the first letter.
  const { draftLetter } = await import('../letters/draftLetter.ts')
  const due = dueIfDecided(record, { policy, calendar, now: core.ports.clock.now() })
  const checks = report?.claimChecks ?? []
  return draftLetter({ record, criteria, checks, policy, zone: calendar.zone, due }, choice)
}

/** Texts for comments in the partner's language, called by names in the reviewer's. */
export async function listClaimSnippets(
  core: Core,
  { claimId }: Input<'claims.snippets'>,
): Promise<Output<'claims.snippets'>> {
  const { record } = core.store.read((store) => getClaimAtHand(store, claimId))
  const { listSnippets } = await import('../letters/snippets.ts')
  const { snippetTitle } = await import('../letters/snippetTitles.ts')
  const { language, snippets } = listSnippets(record.partnerLanguage)
  const { locale } = core.session.settings()
  const system = new Intl.DateTimeFormat().resolvedOptions().locale
  return {
    language,
    snippets: snippets.map(({ id, text }) => ({
      snippet: id,
      title: snippetTitle(id, locale, system),
      text,
    })),
  }
}
