import { BucketPage, Checkpoint } from '../../hub/api/checkpoint.ts'
import { ask, type Asking, json } from './asking.ts'
import { HubUnavailable } from './hubUnavailable.ts'

/** The hub's states at a point of the feed; null = it does not give them for this point. */
export async function fetchCheckpoint(asking: Asking, deltaToken: string): Promise<Checkpoint | null> {
  const path = `/v1.0/claims/checkpoint?$deltatoken=${encodeURIComponent(deltaToken)}`
  const response = await ask(asking, path)
  if (!response.ok) return null
  return Checkpoint.safeParse(await json(response)).data ?? null
}

/** @param link null = the first page. */
export async function fetchBucketPage(
  asking: Asking,
  bucket: number,
  link: string | null,
): Promise<BucketPage> {
  const response = await ask(asking, link ?? `/v1.0/claims/buckets/${bucket}`)
  if (!response.ok) throw new HubUnavailable(`The claims of a bucket were answered ${response.status}.`)
  const page = BucketPage.safeParse(await json(response))
  if (!page.success) throw new HubUnavailable('The claims of a bucket do not have the form of a page.')
  return page.data
}
