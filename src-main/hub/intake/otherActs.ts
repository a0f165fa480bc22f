import { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClaimDocument } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type {
  CancelRequest,
  CommentBody,
  DeclineBody,
  DisassociateRequest,
  DisputeRequest,
  DocumentMeta,
  PartnerRequestBody,
} from '../api/intake.ts'
import type { StoredClaim } from '../store/claimRows.ts'
import {
  actOnClaim,
  type IntakeAnswer,
  type IntakeCall,
  type IntakePlan,
  type IntakePorts,
} from './intakeAct.ts'
import { partnerComment } from './createClaim.ts'

type Call = Omit<IntakeCall, 'act' | 'claimRevision'>

const instantOf = (ms: number): Instant => Instant.parse(new Date(ms).toISOString())
const writerOf = ({ form }: StoredClaim): string => form.partnerContact.name

/** T14: one more paper. The same bytes under the same name are the same paper. */
export async function addDocument(
  ports: IntakePorts,
  meta: DocumentMeta,
  bytes: Uint8Array,
  call: Omit<Call, 'payload'>,
): Promise<IntakeAnswer> {
  const sha256 = await ports.documents.put(bytes)
  const whole = { ...call, act: 'add_document' as const, claimRevision: null, payload: { ...meta, sha256 } }
  return actOnClaim(ports, whole, (claim, { now }): IntakePlan => {
    const document: ClaimDocument = {
      documentId: `${claim.form.claimId}-document-${claim.documents.length + 1}`,
      sha256,
      sizeBytes: bytes.length,
      ...meta,
      addedAt: instantOf(now),
      addedBy: writerOf(claim),
    }
    return {
      command: { act: 'add_document', fileName: meta.fileName },
      beside: { addedDocuments: [document] },
      notes: [],
      documentId: document.documentId,
    }
  })
}

/** A comment alone answers no request (section 6.5). */
export function commentAsPartner(
  ports: IntakePorts,
  { text, inReplyTo }: CommentBody,
  call: Call,
): Promise<IntakeAnswer> {
  const whole = { ...call, act: 'partner_comment' as const, claimRevision: null }
  return actOnClaim(ports, whole, (claim, { now }) => ({
    command: { act: 'partner_comment', text, inReplyTo },
    beside: { addedComments: [partnerComment(writerOf(claim), text, instantOf(now), inReplyTo)] },
    notes: [],
  }))
}

/** T9: in writing, so that the rejection can point to it. */
export function askRejection(
  ports: IntakePorts,
  body: PartnerRequestBody,
  call: Call,
): Promise<IntakeAnswer> {
  const { claimRevision, reason, comment: text } = body
  return actOnClaim(ports, { ...call, act: 'ask_rejection', claimRevision }, (claim, { now }) => {
    const comment = partnerComment(writerOf(claim), text, instantOf(now))
    return {
      command: { act: 'ask_rejection', reason, text, commentId: comment.commentId },
      beside: { addedComments: [comment] },
      notes: [],
    }
  })
}

/** T12: with papers that were sent with it, or with those that the body names. */
export async function dispute(
  ports: IntakePorts,
  { claimRevision, justification, documentIds }: DisputeRequest,
  papers: readonly { readonly meta: DocumentMeta; readonly bytes: Uint8Array }[],
  call: Call,
): Promise<IntakeAnswer> {
  const stored = await Promise.all(
    papers.map(async ({ meta, bytes }) => ({
      ...meta,
      sha256: await ports.documents.put(bytes),
      sizeBytes: bytes.length,
    })),
  )
  return actOnClaim(ports, { ...call, act: 'dispute', claimRevision }, (claim, { now }) => {
    const added = stored.map((paper, index) => ({
      ...paper,
      documentId: `${claim.form.claimId}-document-${claim.documents.length + index + 1}`,
      addedAt: instantOf(now),
      addedBy: writerOf(claim),
    }))
    const known = documentIds.filter((id) => claim.documents.some(({ documentId }) => documentId === id))
    return {
      command: {
        act: 'dispute',
        justification,
        documentIds: [...known, ...added.map(({ documentId }) => documentId)],
      },
      beside: { addedDocuments: added, assignedTo: null },
      notes: [],
    }
  })
}

/** T16. */
export function disassociate(
  ports: IntakePorts,
  { claimRevision, reason }: DisassociateRequest,
  call: Call,
): Promise<IntakeAnswer> {
  return actOnClaim(ports, { ...call, act: 'disassociate', claimRevision }, () => ({
    command: { act: 'disassociate', reason },
    beside: {},
    notes: [],
  }))
}

/** T17. */
export function cancel(
  ports: IntakePorts,
  { claimRevision }: CancelRequest,
  call: Call,
): Promise<IntakeAnswer> {
  return actOnClaim(ports, { ...call, act: 'cancel', claimRevision }, () => ({
    command: { act: 'cancel' },
    beside: {},
    notes: [],
  }))
}

/** T10, and an acceptance, which is only kept (C-3). The customer acts on what it was told, not on a revision. */
export function answerOfCustomer(
  ports: IntakePorts,
  { decision, note }: DeclineBody,
  call: Call,
): Promise<IntakeAnswer> {
  const command = decision === 'declined' ? ({ act: 'decline', note } as const) : ({ act: 'accept' } as const)
  return actOnClaim(ports, { ...call, act: command.act, claimRevision: null }, () => ({
    command,
    beside: {},
    notes: [],
  }))
}
