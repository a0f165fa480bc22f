import type { PartnerAct, CustomerAct } from '../../../src-preload/contract/vocabulary/actWords.ts'
import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { IntakeNote } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type { ClaimCommand } from '../../domain/claim/commands.ts'
import type { Setting } from '../../domain/claim/situation.ts'
import type { ProductNames } from '../../domain/intake/itemRules.ts'
import type { IntakeResult } from '../api/intakeResult.ts'
import { applyToClaim } from '../claims/applyToClaim.ts'
import type { Beside } from '../claims/carryOut.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import { situationOf } from '../claims/situation.ts'
import type { DocumentStore } from '../documents/documentStore.ts'
import type { ReferenceLookup } from '../lookup/referenceLookup.ts'
import type { Rules } from '../policy/rules.ts'
import type { StoredClaim } from '../store/claimRows.ts'
import { type ClaimKey, findClaim, findTenant } from '../store/claimsRepo.ts'
import { narrowTo } from '../store/callerContext.ts'
import type { Db, Tx } from '../store/database.ts'
import { findIntakeRequest, insertIntakeRequest } from '../store/intakeRepo.ts'
import { lockContest } from '../store/thingLocks.ts'
import { transact } from '../store/transact.ts'
import { intakeHash } from './intakeHash.ts'
import { spokenNotes } from './readPartnerClaim.ts'

export interface IntakePorts {
  readonly db: Db
  readonly rules: Rules
  readonly documents: DocumentStore
  readonly lookup: ReferenceLookup
  /** Names of the catalogue's products by id. */
  readonly products: ProductNames
  /** Epoch milliseconds: the hub decides time. */
  readonly now: () => number
}

/** A request of the other sides: `requestId` makes it happen once. */
export interface IntakeCall {
  readonly claimId: ClaimId
  readonly requestId: string
  readonly act: PartnerAct | CustomerAct
  readonly callerId: UserId
  /** What was sent, parsed; of a document its hash and name. */
  readonly payload: unknown
  /** The revision that the caller had before its eyes; null = the act does not depend on it. */
  readonly claimRevision: number | null
  /** Keys of the things that it will name by this act; left out = it goes on naming what it names. */
  readonly naming?: readonly string[]
}

/** What an act does to the claim as it stands now, or why it may not come in. */
export type IntakePlan =
  | {
      readonly command: ClaimCommand
      readonly beside: Beside
      readonly notes: readonly IntakeNote[]
      /** Of an added document: its id. */
      readonly documentId?: string
    }
  | { readonly blocks: readonly Block[]; readonly notes: readonly IntakeNote[] }

/** `not_found`: no claim has this id. `differs`: the request's id was used for something else. */
export type IntakeAnswer = IntakeResult | 'not_found' | 'differs'

export const refusedBy = (
  blocks: readonly Block[],
  notes: readonly IntakeNote[],
): Extract<IntakeResult, { outcome: 'refused' }> => ({
  outcome: 'refused',
  blocks: [...blocks],
  notes: spokenNotes(notes).notes,
})

/**
 * Does what a partner or customer asks, once: what contends for the same is locked, since what this claim names may change who
 * competes with whom; then the id is looked up, the plan made on the claim as it stands, and effect and answer written together.
 */
export async function actOnClaim(
  ports: IntakePorts,
  call: IntakeCall,
  planFor: (claim: StoredClaim, setting: Setting, tx: Tx) => Promise<IntakePlan> | IntakePlan,
): Promise<IntakeAnswer> {
  const tenantId = await findTenant(ports.db, call.claimId)
  if (tenantId === undefined) return 'not_found'
  const { claimId, naming = [] } = call
  const key = { tenantId, claimId }
  return transact(ports.db, async (tx) => {
    await narrowTo(tx, tenantId)
    await lockContest(tx, { tenantId, claimIds: [claimId], keys: naming })
    const known = await answeredBefore(tx, key, call)
    if (known !== undefined) return known
    const claim = await findClaim(tx, key)
    if (claim === undefined) return 'not_found'
    if (call.claimRevision !== null && call.claimRevision !== claim.revision)
      return { outcome: 'stale', currentRevision: claim.revision }
    await ports.rules.refresh(tx)
    const now = ports.now()
    const plan = await planFor(claim, { policy: ports.rules.basisOf(claim.policy).policy, now }, tx)
    const result =
      'command' in plan ? await carryOut(tx, claim, plan, ports, now) : refusedBy(plan.blocks, plan.notes)
    await keepAnswer(tx, key, call, result, now)
    return result
  })
}

/** The stored answer to this very request; undefined = it is new. */
export async function answeredBefore(
  tx: Tx,
  key: ClaimKey,
  call: IntakeCall,
): Promise<IntakeAnswer | undefined> {
  const known = await findIntakeRequest(tx, key, call.requestId)
  if (known === undefined) return undefined
  return known.payloadSha256 === intakeHash(call) ? known.result : 'differs'
}

export async function keepAnswer(
  tx: Tx,
  key: ClaimKey,
  call: IntakeCall,
  result: IntakeResult,
  now: number,
): Promise<void> {
  const { requestId, act } = call
  await insertIntakeRequest(tx, key, {
    requestId,
    act,
    payloadSha256: intakeHash(call),
    result,
    receivedAt: new Date(now),
  })
}

const CUSTOMERS: readonly string[] = ['decline', 'accept'] satisfies CustomerAct[]

async function carryOut(
  tx: Tx,
  claim: StoredClaim,
  { command, beside, notes, documentId }: Extract<IntakePlan, { command: unknown }>,
  { rules }: IntakePorts,
  now: number,
): Promise<IntakeResult> {
  const side = CUSTOMERS.includes(command.act) ? 'customer' : 'partner'
  const { form } = claim
  const situation = situationOf(claim)
  const added = beside.addedDocuments?.length ?? 0
  const applied = await applyToClaim(tx, claim, {
    command,
    actor: { side },
    actorName: side === 'customer' ? form.customerContact.name : form.partnerContact.name,
    situation: { ...situation, documents: situation.documents + added },
    rules,
    now,
    beside,
  })
  if (applied.outcome === 'refused') return refusedBy(applied.blocks, notes)
  if (applied.claim === null) return { outcome: 'gone', claimId: form.claimId }
  return doneWith(applied.claim, notes, documentId ?? null)
}

/** The claim as an act left it. `documentId`: of the paper that was added; null = none was. */
export function doneWith(
  { form, revision, state, subState }: HubClaim,
  notes: readonly IntakeNote[],
  documentId: string | null,
): IntakeResult {
  const { claimId } = form
  return { outcome: 'done', claimId, revision, state, subState, documentId, notes: spokenNotes(notes).notes }
}
