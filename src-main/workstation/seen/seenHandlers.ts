import type { Handlers } from '../../../src-preload/contract/index.ts'
import type { seen } from '../../../src-preload/contract/seen.ts'
import type { SeenLog } from './seenLog.ts'

/** What the window tells of what was looked at. */
export function createSeenHandlers(log: SeenLog): Pick<Handlers, keyof typeof seen> {
  return {
    'seen.papers': ({ claimId, papers }) => {
      log.papers(claimId, papers)
      return {}
    },
    'seen.copied': ({ claimId, part }) => {
      log.copied(claimId, part)
      return {}
    },
  }
}
