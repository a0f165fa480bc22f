import { z } from 'zod'
import { json, MAX_DOCUMENT_BYTES, ok, tag } from './answers.ts'
import {
  CancelRequest,
  ClaimEdit,
  CommentBody,
  DeclineBody,
  DisassociateRequest,
  DisputeForm,
  DocumentMeta,
  IntakeCheckRequest,
  NewClaimRequest,
  PartnerRequestBody,
  RequestId,
  SubmitRequest,
} from './intake.ts'
import { IntakeChecks, IntakeResult } from './intakeResult.ts'
import { OwnClaim } from './ownClaim.ts'
import type { CallerRole } from './people.ts'
import type { Route } from './routeShape.ts'

const CLAIM = '/v1.0/intake/claims/{claimId}'

/** A partner acts for the claims of its own location, the service for all. */
const PARTNER_SIDE: readonly CallerRole[] = ['partner', 'intake']
const CUSTOMER_SIDE: readonly CallerRole[] = ['customer', 'intake']

const RequestHeaders = z.object({ 'ms-requestid': RequestId })
const done = {
  200: ok(IntakeResult, 'What came of it. A refusal by the rules of the field is an answer too.'),
}

/** An act on a claim whose body is JSON. */
const act = (
  name: string,
  summary: string,
  schema: z.ZodType,
  callers: readonly CallerRole[] = PARTNER_SIDE,
) =>
  ({
    method: 'POST',
    path: `${CLAIM}/${name}`,
    summary,
    callers,
    rate: 'intake',
    headers: RequestHeaders,
    body: json(schema),
    answers: done,
    problems: ['operation_differs'],
  }) as const satisfies Route

/** The side of partners and customers. What belongs to somebody else is not there (404). */
export const INTAKE_ROUTES = {
  intakeChecks: {
    method: 'POST',
    path: '/v1.0/intake/checks',
    summary: 'Says what would come of claims; writes nothing',
    callers: PARTNER_SIDE,
    rate: 'intake',
    body: json(IntakeCheckRequest),
    answers: { 200: ok(IntakeChecks) },
    problems: ['not_found'],
  },
  intakeCreate: {
    method: 'POST',
    path: '/v1.0/intake/claims',
    summary: 'Begins a claim (T1). Taking a claim over from before is for the service alone',
    callers: PARTNER_SIDE,
    rate: 'intake',
    headers: RequestHeaders,
    body: json(NewClaimRequest),
    answers: done,
    problems: ['not_found', 'operation_differs'],
  },
  intakeClaim: {
    method: 'GET',
    path: CLAIM,
    summary: 'A claim as its partner may see it',
    callers: PARTNER_SIDE,
    rate: 'intake',
    answers: { 200: ok(OwnClaim, 'The claim.', tag) },
  },
  intakeAddDocument: {
    method: 'POST',
    path: `${CLAIM}/documents`,
    summary: 'Adds a paper (T14)',
    callers: PARTNER_SIDE,
    rate: 'intake',
    query: DocumentMeta,
    headers: RequestHeaders,
    body: { mediaType: 'application/octet-stream', schema: null, maxBytes: MAX_DOCUMENT_BYTES },
    answers: done,
    problems: ['operation_differs'],
  },
  intakeDispute: {
    method: 'POST',
    path: `${CLAIM}/dispute`,
    summary: 'Disputes a decision (T12), with papers',
    callers: PARTNER_SIDE,
    rate: 'intake',
    headers: RequestHeaders,
    body: { mediaType: 'multipart/form-data', schema: DisputeForm, maxBytes: MAX_DOCUMENT_BYTES },
    answers: done,
    problems: ['operation_differs'],
  },
  intakeEdit: act('edit', 'Changes a claim (T14)', ClaimEdit),
  intakeSubmit: act('submit', 'Sends a draft to the reviewers (T2)', SubmitRequest),
  intakeResubmit: act('resubmit', 'Answers a request for information (T5)', SubmitRequest),
  intakeComment: act('comments', 'Writes to the reviewers', CommentBody),
  intakeAskRejection: act('rejection-request', 'Asks to have the claim rejected (T9)', PartnerRequestBody),
  intakeDisassociate: act('disassociate', 'Gives up an approved claim (T16)', DisassociateRequest),
  intakeCancel: act('cancel', 'Takes a draft back (T17)', CancelRequest),
  intakeCustomerAnswer: act('customer-answer', 'What the customer says (T10)', DeclineBody, CUSTOMER_SIDE),
} as const satisfies Readonly<Record<string, Route>>
