import { currentContext, JOBS } from '../../../src-main/hub/store/callerContext.ts'
import { type HubDatabase, type Opening, openPostgres } from '../../../src-main/hub/store/database.ts'

/** A test looks on as the hub's jobs do. Whatever comes by HTTP says itself on whose behalf it asks, if only nobody's. */
export const asTests: NonNullable<Opening['contextOf']> = () => {
  const said = currentContext()
  return said === undefined ? JOBS : said
}

/** A server's database, worked on as a hub does: as a role that owns nothing. */
export const openServer = (
  urls: { readonly url: string; readonly ownerUrl?: string },
  opening: Opening = {},
): HubDatabase => openPostgres({ contextOf: asTests, ...urls, ...opening })
