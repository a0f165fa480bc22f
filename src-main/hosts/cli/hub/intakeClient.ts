import { randomUUID } from 'node:crypto'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { z } from 'zod'
import type { ClaimToCheck, DocumentMeta, NewClaimRequest } from '../../../hub/api/intake.ts'
import { type ClaimCheck, IntakeChecks, IntakeResult } from '../../../hub/api/intakeResult.ts'
import { OwnClaim } from '../../../hub/api/ownClaim.ts'
import { HubFailed } from './hubFailed.ts'
import { bodyOf, type HubSession } from './hubSession.ts'

/** A paper that goes to the hub. */
export interface Paper {
  readonly meta: z.input<typeof DocumentMeta>
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What partners and customers may do at a hub. Refusals by the rules of the field are answers; all else is a HubFailed. */
export interface IntakeClient {
  create(request: z.input<typeof NewClaimRequest>): Promise<IntakeResult>
  /** One of the acts with a JSON body, by the last part of its address. */
  act(claimId: ClaimId, name: string, body: Readonly<Record<string, unknown>>): Promise<IntakeResult>
  /** The same for acts that name the claim's revision: it is asked for first. */
  actNow(claimId: ClaimId, name: string, body: Readonly<Record<string, unknown>>): Promise<IntakeResult>
  addDocument(claimId: ClaimId, paper: Paper): Promise<IntakeResult>
  dispute(claimId: ClaimId, justification: string | null, papers: readonly Paper[]): Promise<IntakeResult>
  /** @throws HubFailed when there is no such claim. */
  record(claimId: ClaimId): Promise<OwnClaim>
  /** In the order of the claims; at most a hundred. */
  check(claims: readonly z.input<typeof ClaimToCheck>[]): Promise<ClaimCheck[]>
}

const CLAIMS = '/v1.0/intake/claims'

export function intakeClient(hub: HubSession): IntakeClient {
  const post = posting(hub)
  const postJson = (path: string, body: unknown) => post(path, JSON.stringify(body), 'application/json')
  const of = (claimId: ClaimId): string => `${CLAIMS}/${encodeURIComponent(claimId)}`
  const client: IntakeClient = {
    create: async (request) => bodyOf(await postJson(CLAIMS, request), IntakeResult),
    act: async (claimId, name, body) =>
      bodyOf(await known(claimId, postJson(`${of(claimId)}/${name}`, body)), IntakeResult),
    async actNow(claimId, name, body) {
      const { revision } = await client.record(claimId)
      return client.act(claimId, name, { claimRevision: revision, ...body })
    },
    async addDocument(claimId, { meta, bytes }) {
      const query = new URLSearchParams({ fileName: meta.fileName, mediaType: meta.mediaType })
      if (meta.kind) query.set('kind', meta.kind)
      const path = `${of(claimId)}/documents?${query.toString()}`
      return bodyOf(await known(claimId, post(path, bytes, 'application/octet-stream')), IntakeResult)
    },
    async dispute(claimId, justification, papers) {
      const { revision } = await client.record(claimId)
      const form = new FormData()
      form.set('request', JSON.stringify({ claimRevision: revision, justification }))
      for (const { meta, bytes } of papers)
        form.append('paper', new File([bytes], meta.fileName, { type: meta.mediaType }))
      return bodyOf(await known(claimId, post(`${of(claimId)}/dispute`, form)), IntakeResult)
    },
    record: async (claimId) => bodyOf(await known(claimId, hub.ask(of(claimId))), OwnClaim),
    check: async (claims) =>
      (await bodyOf(await postJson('/v1.0/intake/checks', { claims }), IntakeChecks)).results,
  }
  return client
}

/** Each request has an id of its own, which it keeps however often it is sent. */
function posting(hub: HubSession) {
  return (
    path: string,
    body: string | Uint8Array<ArrayBuffer> | FormData,
    contentType?: string,
  ): Promise<Response> => {
    const type = contentType === undefined ? {} : { 'content-type': contentType }
    return hub.ask(path, { method: 'POST', body, headers: { 'ms-requestid': randomUUID(), ...type } })
  }
}

/** In words, when the claim is not there. */
async function known(claimId: ClaimId, asked: Promise<Response>): Promise<Response> {
  try {
    return await asked
  } catch (error) {
    if (!(error instanceof HubFailed) || error.status !== 404) throw error
    throw new HubFailed(`The hub has no claim ${claimId}.`, { status: 404, cause: error })
  }
}
