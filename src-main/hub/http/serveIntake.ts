import type { Context } from 'hono'
import type { z } from 'zod'
import {
  CancelRequest,
  ClaimEdit,
  CommentBody,
  DeclineBody,
  DisassociateRequest,
  DisputeRequest,
  DocumentMeta,
  NewClaimRequest,
  PartnerRequestBody,
  RequestId,
  SubmitRequest,
} from '../api/intake.ts'
import { createClaim } from '../intake/createClaim.ts'
import { editClaim } from '../intake/editClaim.ts'
import type { IntakeAnswer, IntakePorts } from '../intake/intakeAct.ts'
import {
  addDocument,
  answerOfCustomer,
  askRejection,
  cancel,
  commentAsPartner,
  disassociate,
  dispute,
} from '../intake/otherActs.ts'
import { resubmitClaim, submitClaim } from '../intake/submitClaim.ts'
import { isStorable } from '../operations/storableText.ts'
import { actingAs, HUB } from '../store/callerContext.ts'
import type { HubEnv } from './hubPorts.ts'
import { givesAway, whyNotOwn } from './ownClaims.ts'
import { StorableClaimId } from './pathParts.ts'
import { problem } from './problem.ts'
import { readJson } from './readJson.ts'

type Ask = Context<HubEnv>
type Call = Parameters<typeof submitClaim>[2]

const answerWith = (context: Ask, answer: IntakeAnswer): Response => {
  if (answer === 'not_found') return problem('not_found')
  if (answer === 'differs') return problem('operation_differs')
  return context.json(answer)
}

/** Who asks, for which claim, under which id; null = it does not say. */
function callOf(context: Ask, payload: unknown): Call | null {
  const claimId = StorableClaimId.safeParse(context.req.param('claimId'))
  const requestId = RequestId.safeParse(context.req.header('ms-requestid'))
  if (!claimId.success || !requestId.success) return null
  return { claimId: claimId.data, requestId: requestId.data, callerId: context.var.caller.userId, payload }
}

/** An act whose body is JSON. */
const serveAct =
  <Schema extends z.ZodType>(
    ports: IntakePorts,
    schema: Schema,
    act: (ports: IntakePorts, body: z.infer<Schema>, call: Call) => Promise<IntakeAnswer>,
  ) =>
  async (context: Ask): Promise<Response> => {
    const body = schema.safeParse(await readJson(context))
    const call = body.success ? callOf(context, body.data) : null
    if (body.success && givesAway(context.var.caller, body.data)) return problem('forbidden')
    return body.success && call !== null
      ? answerWith(context, await actingAs(HUB, () => act(ports, body.data, call)))
      : problem('bad_request')
  }

/** `POST /v1.0/intake/claims` */
export const serveCreate =
  (ports: IntakePorts) =>
  async (context: Ask): Promise<Response> => {
    const body = NewClaimRequest.safeParse(await readJson(context))
    const requestId = RequestId.safeParse(context.req.header('ms-requestid'))
    if (!body.success || !requestId.success) return problem('bad_request')
    const refused = await whyNotOwn(ports.db, context.var.caller, [body.data])
    if (refused !== null) return problem(refused)
    const call = { requestId: requestId.data, callerId: context.var.caller.userId, payload: body.data }
    return answerWith(context, await actingAs(HUB, () => createClaim(ports, body.data, call)))
  }

/** `POST /v1.0/intake/claims/{id}/documents?fileName=…&mediaType=…&kind=…`: the body is the paper. */
export const serveAddDocument =
  (ports: IntakePorts) =>
  async (context: Ask): Promise<Response> => {
    const meta = DocumentMeta.safeParse(context.req.query())
    const call = callOf(context, null)
    if (!meta.success || call === null || !isStorable(meta.data)) return problem('bad_request')
    const bytes = new Uint8Array(await context.req.arrayBuffer())
    if (bytes.length === 0) return problem('bad_request', { detail: 'Send the bytes of the document.' })
    return answerWith(context, await actingAs(HUB, () => addDocument(ports, meta.data, bytes, call)))
  }

/** `POST /v1.0/intake/claims/{id}/dispute`: a form with the part `request` (JSON) and one part `paper` for each new paper. */
export const serveDispute =
  (ports: IntakePorts) =>
  async (context: Ask): Promise<Response> => {
    const form = await context.req.formData().catch(() => null)
    const request = DisputeRequest.safeParse(jsonOf(form?.get('request')))
    const call = request.success ? callOf(context, request.data) : null
    if (form === null || !request.success || call === null || !isStorable(request.data))
      return problem('bad_request')
    const papers = await Promise.all(
      form
        .getAll('paper')
        .filter((part) => part instanceof File)
        .map(paperOf),
    )
    const good = papers.flatMap((paper) => paper ?? [])
    if (good.length < papers.length) return problem('bad_request')
    return answerWith(context, await actingAs(HUB, () => dispute(ports, request.data, good, call)))
  }

async function paperOf(file: File) {
  const mediaType = file.type === '' ? 'application/octet-stream' : file.type
  const meta = DocumentMeta.safeParse({ fileName: file.name, mediaType })
  if (!meta.success || !isStorable(meta.data) || file.size === 0) return null
  return { meta: meta.data, bytes: new Uint8Array(await file.arrayBuffer()) }
}

function jsonOf(part: FormDataEntryValue | null | undefined): unknown {
  if (typeof part !== 'string') return undefined
  try {
    return JSON.parse(part)
  } catch {
    return undefined
  }
}

/** Acts with a JSON body, by the names of their routes. */
export const intakeActs = (ports: IntakePorts) => ({
  intakeEdit: serveAct(ports, ClaimEdit, editClaim),
  intakeSubmit: serveAct(ports, SubmitRequest, submitClaim),
  intakeResubmit: serveAct(ports, SubmitRequest, resubmitClaim),
  intakeComment: serveAct(ports, CommentBody, commentAsPartner),
  intakeAskRejection: serveAct(ports, PartnerRequestBody, askRejection),
  intakeDisassociate: serveAct(ports, DisassociateRequest, disassociate),
  intakeCancel: serveAct(ports, CancelRequest, cancel),
  intakeCustomerAnswer: serveAct(ports, DeclineBody, answerOfCustomer),
})
