import { z } from 'zod'
import type { CaseId, ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { FeedPage } from '../../hub/api/feed.ts'
import { forgetAnsweredBefore, forgetBrought } from '../../store/answeredRepo.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { askForRefusedAgain } from '../../store/documentsRepo.ts'
import { listCaseIds, removeCase } from '../../store/arbitrationRepo.ts'
import { forgetCaseLetGo, listCasesLetGo } from '../../store/casesLetGoRepo.ts'
import { forgetLetGo, listLetGo } from '../../store/claimsLetGoRepo.ts'
import { listClaimIds, removeClaim } from '../../store/feedRepo.ts'
import type { WriteStore } from '../../store/openStore.ts'
import { findValue, putValue, removeValue } from '../../store/profileRepo.ts'
import type { Core } from '../core.ts'
import { applyItem, type ChangedItem } from './applyItem.ts'
import { askingAs } from './asking.ts'
import { fetchPage, FIRST_PAGE } from './hubClient.ts'
import { ShutOut } from './hubUnavailable.ts'
import { tellOf } from './tellOf.ts'

export interface Pulled {
  readonly claims: number
  readonly pages: number
}

/**
 * The feed may be behind the hub's answers for as long as a transaction takes. An act that was answered longer ago, and of which a feed
 * read to its end says nothing, changed nothing: a claim was released that nobody held.
 */
const AT_MOST_BEHIND_MS = 5_000

/** Which claims and cases a full resync has brought so far; null = no resync is on. In memory: one that was cut short begins again. */
type Resync = Set<ClaimId | CaseId> | null

/** What a page changed here. */
export interface Changed {
  readonly claims: ClaimId[]
  readonly cases: CaseId[]
}

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
    const page = await fetchPage(asking, link).catch((error: unknown) => {
      if (error instanceof ShutOut) noteShutOut(core)
      throw error
    })
    // Whoever called this round off may read the same pages anew by now.
    if (shouldStop()) return { claims, pages }
    if (page === null) {
      core.store.write((s) => removeValue(s, 'feed_link'))
      link = FIRST_PAGE
      resync = new Set()
      continue
    }
    const changed = applyPage(core, page, resync)
    claims += changed.claims.length
    tellOf(core, changed)
    if ('@odata.deltaLink' in page) return { claims, pages: pages + 1 }
    link = page['@odata.nextLink']
    // Between pages the window gets its turn.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Whoever has lost their role loses the claims too, some days later (`forgetting/letGoOfClaims.ts`). */
function noteShutOut(core: Core): void {
  const since = core.store.read((s) => findValue(s, 'shut_out_since', z.int()))
  if (since === null) core.store.write((s) => putValue(s, 'shut_out_since', core.ports.clock.now()))
}

/** Applies one page: rows, quarantine, audit and link in one transaction. */
export function applyPage(core: Core, page: FeedPage, resync: Resync): Changed {
  const now = core.ports.clock.now()
  return core.store.write((store) => {
    const changed: Changed = { claims: [], cases: [] }
    for (const raw of page.value) note(changed, applyItem(store, raw, { now, seen: resync, isFinal: false }))
    askForRefusedAgain(store, changed.claims)
    const last = '@odata.deltaLink' in page
    if (last && resync !== null) removeUnseen(store, resync, changed)
    forgetBrought(store, changed.claims)
    if (last) changed.claims.push(...forgetAnsweredBefore(store, now - AT_MOST_BEHIND_MS))
    keepLink(store, page, resync, now)
    const facts = { items: page.value.length, changed: changed.claims.length + changed.cases.length }
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
  removeValue(store, 'shut_out_since')
}

/** A full read brought everything there is; what it did not bring is gone. Outbox and conflicts are not touched. */
function removeUnseen(store: WriteStore, seen: ReadonlySet<ClaimId | CaseId>, changed: Changed): void {
  const isGone = (id: ClaimId | CaseId) => !seen.has(id)
  for (const { claimId } of listLetGo(store)) if (isGone(claimId)) forgetLetGo(store, claimId)
  for (const { caseId } of listCasesLetGo(store)) if (isGone(caseId)) forgetCaseLetGo(store, caseId)
  changed.claims.push(
    ...listClaimIds(store).filter((claimId) => isGone(claimId) && removeClaim(store, claimId)),
  )
  changed.cases.push(...listCaseIds(store).filter((caseId) => isGone(caseId) && removeCase(store, caseId)))
}

export function note({ claims, cases }: Changed, item: ChangedItem | null): void {
  if (item === null) return
  if ('claimId' in item) claims.push(item.claimId)
  else cases.push(item.caseId)
}
