import { z } from 'zod'
import {
  Assignment,
  ClaimDocument,
  ClaimForm,
  PolicyVersion,
} from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { Revision, type UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { CLAIM_STATES } from '../../../src-preload/contract/vocabulary/words.ts'
import { FeedPage, RemovedClaim } from '../../../src-main/hub/api/feed.ts'
import type { HubPort } from '../../../src-main/workstation/ports.ts'
import type { Traffic } from './traffic.ts'

/** Of a claim, what somebody needs who decides without looking. */
const Seen = z.object({
  form: ClaimForm.pick({ claimId: true, items: true }),
  revision: Revision,
  state: z.enum(CLAIM_STATES),
  policy: PolicyVersion,
  documents: z.array(ClaimDocument.pick({ sha256: true })),
  assignedTo: Assignment.nullable(),
})
export type Seen = z.infer<typeof Seen>

const FIRST = '/v1.0/claims/delta?$top=250'

/** Reads the feed into memory, and says when it saw what. */
export function createFeedReader(hub: HubPort, who: UserId, traffic: Traffic) {
  const claims = new Map<string, Seen>()
  let link = FIRST
  const learn = (item: unknown, at: number): void => {
    const removed = RemovedClaim.safeParse(item)
    if (removed.success) return void claims.delete(removed.data.claimId)
    const claim = Seen.parse(item)
    const { claimId } = claim.form
    traffic.seen(claimId, claims.get(claimId)?.revision ?? 0, claim.revision, at)
    claims.set(claimId, claim)
  }
  /** Whether that was the last page. */
  const readPage = async (): Promise<boolean> => {
    const answer = await hub.request(who, link)
    if (answer.status === 410) {
      link = FIRST
      return false
    }
    if (!answer.ok) throw new Error(`The feed answered ${answer.status}`)
    const page = FeedPage.parse(await answer.json())
    const at = Date.now()
    for (const item of page.value) learn(item, at)
    link = '@odata.deltaLink' in page ? page['@odata.deltaLink'] : page['@odata.nextLink']
    return '@odata.deltaLink' in page
  }
  let last: Promise<void> = Promise.resolve()
  const readOn = async (): Promise<void> => {
    let isLast = false
    while (!isLast) isLast = await readPage()
  }
  return {
    claims,
    /** Reads to the end as it is from now on: a reading under way may have passed what is asked for. */
    pull: (): Promise<void> => (last = last.catch(() => undefined).then(readOn)),
  }
}
