import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { seesWholeCase } from '../../domain/arbitration/shownCase.ts'
import type { HubUser } from '../api/people.ts'
import type { CallerContext } from '../store/callerContext.ts'

/** With whose eyes the feed is read. */
export interface Reader {
  readonly userId: UserId
  /** Partners (MPN ids) whose claims this reader must not see (R4), nor cases in which they are a party. */
  readonly hidden: readonly string[]
  /** All of a case, or only that there is one and how it stands. */
  readonly seesWholeCases: boolean
}

export const readerFor = ({ userId, role }: HubUser, eyes: CallerContext): Reader => ({
  userId,
  hidden: eyes.kind === 'team' ? eyes.hidden : [],
  seesWholeCases: seesWholeCase(role),
})

/** What the database shows to a reader. */
export const eyesOf = ({ hidden }: Reader): CallerContext => ({ kind: 'team', hidden })
