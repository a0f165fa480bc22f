import { roleMay } from '../../domain/claim/roles.ts'
import { putValue } from '../../store/profileRepo.ts'
import type { Core } from '../core.ts'
import { fetchReviews } from '../sync/hubQuality.ts'
import { tellOfClaims } from '../sync/tellOf.ts'
import { ownReviews } from './keptReviews.ts'

/** Asks the hub for them and keeps them; where it cannot be asked, what was known stays. Never rejects. */
export async function learnReviews(core: Core): Promise<void> {
  const { userId, role } = core.session.user()
  if (!roleMay(role, 'second_review')) return
  const told = await fetchReviews(core)
  if (told.outcome !== 'ok') return
  const before = core.store.read((store) => ownReviews(store, userId))
  const { decisions } = told.said
  if (JSON.stringify(before) === JSON.stringify(decisions)) return
  core.store.write((store) => putValue(store, `second_reviews ${userId}`, decisions))
  core.emit('quality.changed', {})
  tellOfClaims(core, [...new Set([...before, ...decisions].map(({ claimId }) => claimId))])
}
