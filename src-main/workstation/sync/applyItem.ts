import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { readFeedItem } from '../../hub/api/foreignWords.ts'
import { applyClaim, putClaim, removeClaim } from '../../store/feedRepo.ts'
import type { WriteStore } from '../../store/openStore.ts'
import { wakeSnoozes } from '../../store/snoozesRepo.ts'
import { quarantineItem, releaseFromQuarantine } from '../../store/quarantineRepo.ts'

export interface Applying {
  /** Epoch milliseconds. */
  readonly now: number
  /** Collects the claims that came, for whoever then lets the others go; null = nobody asks. */
  readonly seen: Set<ClaimId> | null
  /** What comes counts whatever is known here: it was asked for because both differ. */
  readonly isFinal: boolean
}

/** Applies one item as the hub sent it, or sets it aside. Gives back the claim that changed; null = none did. */
export function applyItem(store: WriteStore, raw: unknown, { now, seen, isFinal }: Applying): ClaimId | null {
  const item = readFeedItem(raw)
  if (!item.success) {
    const claimId = setAside(store, raw, item.error, now)
    // It is there, although this version cannot read it: a full read must not take the older state away.
    if (claimId !== null) seen?.add(claimId)
    return null
  }
  if ('@removed' in item.data) return removeClaim(store, item.data.claimId) ? item.data.claimId : null
  const { claimId } = item.data.form
  seen?.add(claimId)
  releaseFromQuarantine(store, claimId)
  if (isFinal) putClaim(store, item.data)
  else if (!applyClaim(store, item.data)) return null
  wakeSnoozes(store, item.data, now)
  return claimId
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
