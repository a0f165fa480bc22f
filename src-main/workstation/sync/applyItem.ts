import { createHash } from 'node:crypto'
import { z } from 'zod'
import { CaseId, ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { FeedItem } from '../../hub/api/feed.ts'
import { readFeedItem } from '../../hub/api/foreignWords.ts'
import { applyCase, removeCase } from '../../store/arbitrationRepo.ts'
import { caseComesTooLate, forgetCaseLetGo, keepCaseOut } from '../../store/casesLetGoRepo.ts'
import { comesTooLate, forgetLetGo, isHeldBack, keepOut } from '../../store/claimsLetGoRepo.ts'
import { applyClaim, isKnown, putClaim, removeClaim } from '../../store/feedRepo.ts'
import type { WriteStore } from '../../store/openStore.ts'
import { wakeSnoozes } from '../../store/snoozesRepo.ts'
import { quarantineItem, releaseFromQuarantine } from '../../store/quarantineRepo.ts'

export interface Applying {
  /** Epoch milliseconds. */
  readonly now: number
  /** Collects the claims and cases that came, for whoever then lets the others go; null = nobody asks. */
  readonly seen: Set<ClaimId | CaseId> | null
  /** What comes counts whatever is known here: it was asked for because both differ. */
  readonly isFinal: boolean
}

/** What an item changed here. */
export type ChangedItem = { readonly claimId: ClaimId } | { readonly caseId: CaseId }

/** Applies one item as the hub sent it, or sets it aside. Null = nothing changed. */
export function applyItem(store: WriteStore, raw: unknown, applying: Applying): ChangedItem | null {
  const item = readFeedItem(raw)
  if (!item.success) {
    const id = setAside(store, raw, item.error, applying.now)
    // It is there, although this version cannot read it: a full read must not take the older state away.
    if (id !== null) applying.seen?.add(id)
    return null
  }
  return 'caseId' in item.data ? takeCase(store, item.data, applying) : takeClaim(store, item.data, applying)
}

type Item<Named> = Extract<FeedItem, Named>

function takeClaim(
  store: WriteStore,
  item: Item<{ claimId: ClaimId }> | Item<{ form: unknown }>,
  { now, seen, isFinal }: Applying,
): ChangedItem | null {
  if ('@removed' in item) {
    forgetLetGo(store, item.claimId)
    return removeClaim(store, item.claimId) ? { claimId: item.claimId } : null
  }
  const { claimId } = item.form
  seen?.add(claimId)
  releaseFromQuarantine(store, claimId)
  // What is here goes by the sweep, which sees what holds it back; what is not here need not come.
  if (comesTooLate(store, item, now) && !isKnown(store, claimId) && !isHeldBack(store, claimId)) {
    keepOut(store, item, now)
    return null
  }
  forgetLetGo(store, claimId)
  if (isFinal) putClaim(store, item)
  else if (!applyClaim(store, item)) return null
  wakeSnoozes(store, item, now)
  return { claimId }
}

function takeCase(
  store: WriteStore,
  item: Item<{ caseId: CaseId }>,
  { now, seen, isFinal }: Applying,
): ChangedItem | null {
  const { caseId } = item
  if ('@removed' in item) {
    forgetCaseLetGo(store, caseId)
    return removeCase(store, caseId) ? { caseId } : null
  }
  seen?.add(caseId)
  releaseFromQuarantine(store, caseId)
  if (caseComesTooLate(store, item, now)) {
    keepCaseOut(store, item, now)
    return null
  }
  forgetCaseLetGo(store, caseId)
  return applyCase(store, item, isFinal) ? { caseId } : null
}

const NamedClaim = z.object({ form: z.object({ claimId: ClaimId }) })
const NamedCase = z.object({ caseId: CaseId })

/** Gives back the claim's or case's id; null when not even that could be read. */
function setAside(
  store: WriteStore,
  raw: unknown,
  error: z.ZodError,
  receivedAt: number,
): ClaimId | CaseId | null {
  const text = JSON.stringify(raw) ?? 'undefined'
  const claimId = NamedClaim.safeParse(raw).data?.form.claimId ?? null
  const caseId = NamedCase.safeParse(raw).data?.caseId ?? null
  const id = claimId ?? caseId
  const itemKey = id ?? createHash('sha256').update(text).digest('hex')
  quarantineItem(store, { itemKey, claimId, reason: reasonOf(error, caseId !== null), raw: text, receivedAt })
  return id
}

/** Names the fields, never their contents; those of the kind of item that it was meant to be. */
function reasonOf(error: z.ZodError, isCase: boolean): string {
  const leaves = error.issues.flatMap((issue) =>
    issue.code === 'invalid_union' ? (issue.errors.at(isCase ? -1 : 0) ?? [issue]) : [issue],
  )
  return leaves
    .slice(0, 5)
    .map(({ path, code }) => `${path.join('.') || 'item'}: ${code}`)
    .join('; ')
}
