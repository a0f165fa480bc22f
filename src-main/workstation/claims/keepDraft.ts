import type { Input } from '../../../src-preload/contract/index.ts'
import { putDraft, removeDraft } from '../../store/draftsRepo.ts'
import type { Core } from '../core.ts'

/** Keeps what the person who works here has begun to say; null = it was sent or thrown away. */
export function keepDraft(core: Core, { claimId, draft }: Input<'claims.keepDraft'>): Record<string, never> {
  const { userId } = core.session.user()
  const savedAt = core.ports.clock.now()
  core.store.write((store) =>
    draft === null
      ? removeDraft(store, claimId, userId)
      : putDraft(store, claimId, userId, { draft, savedAt }),
  )
  return {}
}
