import type { z } from 'zod'
import { FeedItem } from '../../hub/api/feed.ts'

/** One item of the feed. Why it does not fit is said of the item as it came. */
export function readFeedItem(raw: unknown): z.ZodSafeParseResult<FeedItem> {
  return FeedItem.safeParse(raw)
}
