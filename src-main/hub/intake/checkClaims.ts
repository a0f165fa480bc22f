import type { ClaimDocument } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId, Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { blocksOf } from '../../domain/claim/applyAct.ts'
import { isRefused } from '../../domain/intake/notes.ts'
import type { ClaimToCheck, IntakeCheckRequest } from '../api/intake.ts'
import type { ClaimCheck } from '../api/intakeResult.ts'
import { keysNamedBy } from '../claims/exclusivityKey.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import { situationOf } from '../claims/situation.ts'
import { lookUp } from '../lookup/lookUp.ts'
import { listNaming } from '../store/arbitrationRepo.ts'
import { findClaim, findTenant, listClaims } from '../store/claimsRepo.ts'
import { actingAs, LOOK } from '../store/callerContext.ts'
import { draftOf } from './createClaim.ts'
import { type IntakePorts, refusedBy } from './intakeAct.ts'
import { readPartnerClaim, spokenNotes } from './readPartnerClaim.ts'
import { submissionNotes } from './submitClaim.ts'

/** What the rules say of one claim, and what the next ones have to reckon with; null = nothing of it would be there. */
interface Judged {
  readonly check: ClaimCheck
  readonly claim: HubClaim | null
}

/**
 * Says of each claim what would come of it if it were begun, given its papers and submitted now, by the rules that creating and
 * submitting go by. Writes nothing. Claims of one request reckon with those before them, so that a list which names a thing twice
 * hears of it; what others bring meanwhile is for the real thing to see.
 */
export const checkClaims = (ports: IntakePorts, request: IntakeCheckRequest): Promise<ClaimCheck[]> =>
  actingAs(LOOK, () => checksOf(ports, request))

async function checksOf(ports: IntakePorts, { claims }: IntakeCheckRequest): Promise<ClaimCheck[]> {
  await ports.rules.refresh(ports.db)
  const checks: ClaimCheck[] = []
  const before: HubClaim[] = []
  for (const [index, one] of claims.entries()) {
    const known = await standing(ports, one.claimId, before)
    const { check, claim } =
      known === null
        ? await judge(ports, one, { claimId: one.claimId ?? ClaimId.parse(`new ${index + 1}`), before })
        : { check: known, claim: null }
    checks.push(check)
    if (claim !== null) before.push(claim)
  }
  return checks
}

/** Null = no claim has this id yet. */
async function standing(
  { db }: IntakePorts,
  claimId: ClaimId | null,
  before: readonly HubClaim[],
): Promise<ClaimCheck | null> {
  if (claimId === null) return null
  const tenantId = await findTenant(db, claimId)
  const stored = tenantId === undefined ? undefined : await findClaim(db, { tenantId, claimId })
  const claim = stored ?? before.find(({ form }) => form.claimId === claimId)
  if (claim === undefined) return tenantId === undefined ? null : { outcome: 'gone', claimId }
  const { revision, state, subState } = claim
  return { outcome: 'exists', claimId, revision, state, subState }
}

async function judge(
  ports: IntakePorts,
  asked: ClaimToCheck,
  { claimId, before }: { readonly claimId: ClaimId; readonly before: readonly HubClaim[] },
): Promise<Judged> {
  const now = ports.now()
  const today = ports.rules.profileFor(new Date(now).toISOString())
  const read = readPartnerClaim(asked.claim, { policy: today, products: ports.products })
  if (read.outcome === 'refused') return { check: refusedBy([], read.notes), claim: null }
  const draft = draftOf(ports, read.claim, asked, claimId)
  if (asked.staysDraft) return { check: fits(read.notes), claim: draft }
  const form = { ...draft.form, submittedAt: asked.submittedAt ?? draft.form.submittedAt }
  const lookups = await lookUp(form, ports.lookup, now)
  const claim: HubClaim = { ...draft, form, lookups, documents: asked.documents.map(paperOf(draft)) }
  const setting = { policy: ports.rules.profileFor(form.submittedAt), now }
  const notes = submissionNotes(ports, claim, [...before, ...(await othersOf(ports, claim))], setting)
  const command = { act: 'submit', isFormComplete: !isRefused(notes) } as const
  const situation = situationOf({ ...claim, clocks: [], calendar: null })
  const blocks = blocksOf(command, situation, { side: 'partner' }, setting)
  if (blocks.length > 0) return { check: refusedBy(blocks, notes), claim: null }
  return { check: fits(notes), claim: { ...claim, state: 'submitted', subState: 'queued' } }
}

const fits = (notes: Parameters<typeof spokenNotes>[0]): ClaimCheck => ({
  outcome: 'fits',
  ...spokenNotes(notes),
})

async function othersOf({ db }: IntakePorts, claim: HubClaim): Promise<HubClaim[]> {
  return listClaims(db, await listNaming(db, claim.form.customer.tenantId, keysNamedBy(claim)))
}

/** Nobody has its bytes yet; the rules ask how many papers there are, and of which kind. */
const paperOf =
  ({ form }: HubClaim) =>
  ({ fileName, kind }: ClaimToCheck['documents'][number], index: number): ClaimDocument => ({
    documentId: `document-${index + 1}`,
    sha256: Sha256.parse('0'.repeat(64)),
    fileName,
    mediaType: 'application/octet-stream',
    sizeBytes: 0,
    addedAt: form.submittedAt,
    kind,
    addedBy: null,
  })
