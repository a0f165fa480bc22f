import { createHash, randomUUID } from 'node:crypto'
import type { ClaimComment } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId, Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { applyAct } from '../../domain/claim/applyAct.ts'
import { NO_LOOKUPS, NO_MATTERS } from '../claims/emptyParts.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import type { NewClaimRequest } from '../api/intake.ts'
import { findClaim, findTenant } from '../store/claimsRepo.ts'
import { insertReserved } from '../store/claimWrites.ts'
import { narrowTo } from '../store/callerContext.ts'
import type { Tx } from '../store/database.ts'
import { reserveClaimId } from '../store/intakeRepo.ts'
import { transact } from '../store/transact.ts'
import {
  answeredBefore,
  doneWith,
  type IntakeAnswer,
  type IntakeCall,
  type IntakePorts,
  keepAnswer,
  refusedBy,
} from './intakeAct.ts'
import { type NewClaim, readPartnerClaim } from './readPartnerClaim.ts'

type CreateCall = Omit<IntakeCall, 'claimId' | 'act' | 'claimRevision'>

/**
 * T1: takes a claim in as a draft, or says everything that is wrong with it. The same id is the same claim: brought again it is left
 * as it is.
 */
export async function createClaim(
  ports: IntakePorts,
  request: NewClaimRequest,
  call: CreateCall,
): Promise<IntakeAnswer> {
  await ports.rules.refresh(ports.db)
  const policy = ports.rules.profileFor(new Date(ports.now()).toISOString())
  const read = readPartnerClaim(request.claim, { policy, products: ports.products })
  if (read.outcome === 'refused') return refusedBy([], read.notes)
  const { tenantId } = read.claim.form.customer
  return transact(ports.db, async (tx) => {
    for (const claimId of idsFor(request.claimId, call.requestId)) {
      const whole: IntakeCall = { ...call, claimId, act: 'create', claimRevision: null }
      if (await reserveClaimId(tx, { tenantId, claimId })) {
        await narrowTo(tx, tenantId)
        const made = draftOf(ports, read.claim, request, claimId)
        await insertReserved(tx, [made], ports.rules.basisOf)
        const result = doneWith(made, read.notes, null)
        await keepAnswer(tx, { tenantId, claimId }, whole, result, ports.now())
        return result
      }
      const known = await takenAnswer(tx, whole)
      const isOthers = request.claimId === null && typeof known === 'object' && known.outcome === 'exists'
      if (!isOthers) return known
    }
    throw new Error('No claim id is left to give')
  })
}

/** How many ids a claim without one may try. */
const ATTEMPTS = 50

/**
 * The id that a claim brings. One without gets the first free one of a row made of the request's id, so that a repeat meets its own
 * claim again.
 */
function* idsFor(given: ClaimId | null, requestId: string): Generator<ClaimId> {
  if (given !== null) {
    yield given
    return
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const hash = createHash('sha256').update(`${requestId} ${attempt}`).digest()
    yield ClaimId.parse(`CPR-${String(hash.readUInt32BE(0) % 10_000_000).padStart(7, '0')}`)
  }
}

/** The id is taken: by this very request, or by a claim that is here already. */
async function takenAnswer(tx: Tx, call: IntakeCall): Promise<IntakeAnswer> {
  const tenantId = await findTenant(tx, call.claimId)
  if (tenantId === undefined) throw new Error('An id was taken by no tenant')
  const key = { tenantId, claimId: call.claimId }
  const known = await answeredBefore(tx, key, call)
  if (known !== undefined && known !== 'differs') return known
  const claim = await findClaim(tx, key)
  if (claim === undefined) return { outcome: 'gone', claimId: call.claimId }
  const { revision, state, subState } = claim
  return { outcome: 'exists', claimId: call.claimId, revision, state, subState }
}

/** The claim as it is begun: a draft of this moment, under the profile of today. */
export function draftOf(
  ports: Pick<IntakePorts, 'now' | 'rules'>,
  { form, partnerLanguage, createdBy, replaces, comment }: NewClaim,
  { isMigrated }: Pick<NewClaimRequest, 'isMigrated'>,
  claimId: ClaimId,
): HubClaim {
  const now = ports.now()
  const at = Instant.parse(new Date(now).toISOString())
  const policy = ports.rules.profileFor(at)
  const done = applyAct({ act: 'create' }, null, { side: 'partner' }, { policy, now })
  if ('blocks' in done || done.status === null) throw new Error('The rules let nobody make a claim')
  const author = createdBy?.name ?? form.partnerContact.name
  return {
    form: ClaimForm.parse({ ...form, claimId, submittedAt: at }),
    partnerLanguage,
    ...done.status,
    stateChangedAt: at,
    revision: 1,
    policy: { id: policy.id, version: policy.version },
    assignedTo: null,
    documents: [],
    comments: comment === null ? [] : [partnerComment(author, comment, at)],
    history: done.entries.map((entry) => ({ ...entry, entryId: randomUUID(), actorName: author })),
    matters: NO_MATTERS,
    lookups: NO_LOOKUPS,
    createdBy,
    isMigrated,
    replaces,
    unknown: null,
  }
}

/** What a partner writes is for the reviewers' eyes always. */
export function partnerComment(
  authorName: string,
  text: string,
  at: Instant,
  inReplyTo: string | null = null,
): ClaimComment {
  return {
    commentId: randomUUID(),
    side: 'partner',
    authorName,
    at,
    text,
    visibility: 'partner_visible',
    inReplyTo,
  }
}
