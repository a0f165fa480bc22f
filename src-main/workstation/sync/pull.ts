import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { FeedPage } from '../../hub/api/feed.ts'
import { readFeedItem } from '../../hub/api/foreignWords.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { applyClaim, listClaimIds, removeClaim } from '../../store/feedRepo.ts'
import type { WriteStore } from '../../store/openStore.ts'
import { findValue, putValue, removeValue } from '../../store/profileRepo.ts'
import { quarantineItem, releaseFromQuarantine } from '../../store/quarantineRepo.ts'
import type { Core } from '../core.ts'
import { askingAs, fetchPage, FIRST_PAGE } from './hubClient.ts'

/** How many ids an event names before it says "everything". */
const NAMEABLE = 200

export interface Pulled {
  readonly claims: number
  readonly pages: number
}

/** Which claims a full resync has brought so far; null = no resync is on. In memory: one that was cut short begins again. */
type Resync = Set<ClaimId> | null

/**
 * Reads the feed to its end. Each page commits with its link in one transaction, so a crash repeats a page and never skips one.
 * Rejects with HubUnavailable; what was applied until then stays.
 */
export async function pull(core: Core, shouldStop: () => boolean): Promise<Pulled> {
  const asking = askingAs(core)
  let link = core.store.read((s) => findValue(s, 'feed_link', z.string())) ?? FIRST_PAGE
  let resync: Resync = link === FIRST_PAGE ? new Set() : null
  let claims = 0
  for (let pages = 0; ; pages += 1) {
    if (shouldStop()) return { claims, pages }
    const page = await fetchPage(asking, link)
    if (page === null) {
      core.store.write((s) => removeValue(s, 'feed_link'))
      link = FIRST_PAGE
      resync = new Set()
      continue
    }
    const ids = applyPage(core, page, resync)
    claims += ids.length
    tell(core, ids)
    if ('@odata.deltaLink' in page) return { claims, pages: pages + 1 }
    link = page['@odata.nextLink']
    // Between pages the window gets its turn.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

function tell(core: Core, ids: readonly ClaimId[]): void {
  if (ids.length > 0) core.emit('claims.changed', { ids: ids.length > NAMEABLE ? null : [...ids] })
}

/** Applies one page: rows, quarantine, audit and link in one transaction. Gives back the claims that changed. */
export function applyPage(core: Core, page: FeedPage, resync: Resync): ClaimId[] {
  const now = core.ports.clock.now()
  return core.store.write((store) => {
    const changed: ClaimId[] = []
    for (const raw of page.value) {
      const id = applyItem(store, raw, now, resync)
      if (id !== null) changed.push(id)
    }
    const last = '@odata.deltaLink' in page
    if (last && resync !== null) changed.push(...removeUnseen(store, resync))
    keepLink(store, page, resync, now)
    const facts = { items: page.value.length, changed: changed.length }
    if (page.value.length > 0)
      appendAudit(store, {
        at: now,
        actor: core.session.user().userId,
        act: 'feed page applied',
        claimId: null,
        facts,
      })
    return changed
  })
}

/** While a resync is on, only its end moves the link: a crash before begins it again. */
function keepLink(store: WriteStore, page: FeedPage, resync: Resync, now: number): void {
  const link = '@odata.deltaLink' in page ? page['@odata.deltaLink'] : page['@odata.nextLink']
  if ('@odata.deltaLink' in page || resync === null) putValue(store, 'feed_link', link)
  putValue(store, 'last_sync_at', now)
}

function applyItem(store: WriteStore, raw: unknown, now: number, resync: Resync): ClaimId | null {
  const item = readFeedItem(raw)
  if (!item.success) {
    const claimId = setAside(store, raw, item.error, now)
    // It is there, although this version cannot read it: a full read must not take the older state away.
    if (claimId !== null) resync?.add(claimId)
    return null
  }
  if ('@removed' in item.data) return removeClaim(store, item.data.claimId) ? item.data.claimId : null
  const { claimId } = item.data.form
  resync?.add(claimId)
  releaseFromQuarantine(store, claimId)
  return applyClaim(store, item.data) ? claimId : null
}

/** A full read brought everything there is; what it did not bring is gone. Outbox and conflicts are not touched. */
function removeUnseen(store: WriteStore, seen: ReadonlySet<ClaimId>): ClaimId[] {
  return listClaimIds(store).filter((claimId) => !seen.has(claimId) && removeClaim(store, claimId))
}

const Named = z.object({ form: z.object({ claimId: ClaimId }) })

/** Gives back the claim's id; null when not even that could be read. */
function setAside(store: WriteStore, raw: unknown, error: z.ZodError, receivedAt: number): ClaimId | null {
  const text = JSON.stringify(raw) ?? 'undefined'
  const named = Named.safeParse(raw)
  const claimId = named.success ? named.data.form.claimId : null
  const itemKey = claimId ?? createHash('sha256').update(text).digest('hex')
  quarantineItem(store, { itemKey, claimId, reason: reasonOf(error), raw: text, receivedAt })
  return claimId
}

/** Names the fields, never their contents. */
function reasonOf(error: z.ZodError): string {
  const leaves = error.issues.flatMap((issue) =>
    issue.code === 'invalid_union' ? (issue.errors.at(-1) ?? [issue]) : [issue],
  )
  return leaves
    .slice(0, 5)
    .map(({ path, code }) => `${path.join('.') || 'item'}: ${code}`)
    .join('; ')
}
