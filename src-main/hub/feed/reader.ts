import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { seesWholeCase } from '../../domain/arbitration/shownCase.ts'
import type { HubUser } from '../api/people.ts'
import type { Db } from '../store/database.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'

/** With whose eyes the feed is read. */
export interface Reader {
  readonly userId: UserId
  /** Partners (MPN ids) whose claims this reader must not see (R4), nor cases in which they are a party. */
  readonly hidden: readonly string[]
  /** All of a case, or only that there is one and how it stands. */
  readonly seesWholeCases: boolean
}

export const readerFor = async (db: Db, { userId, role }: HubUser): Promise<Reader> => ({
  userId,
  hidden: await linkedPartners(db, userId),
  seesWholeCases: seesWholeCase(role),
})
