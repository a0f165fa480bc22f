import { randomUUID } from 'node:crypto'
import { IntakeResult } from '../../../src-main/hub/api/intakeResult.ts'
import type { TestHub } from './testHub.ts'

export const CUSTOMER_TENANT = '5a1e3f60-2b7c-4f0e-9d35-8c1f5f1f7a11'

/** What a partner states of a usage claim for Microsoft Teams. */
export function statedClaim(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    claimName: 'Teams for Example',
    solutionArea: 'Microsoft 365',
    activities: ['Usage'],
    mpnId: '4711',
    partnerCompanyName: 'Example Partner',
    customer: {
      companyName: 'Example Customer',
      tenantId: CUSTOMER_TENANT,
      domains: ['customer.example'],
      country: 'ITA',
    },
    customerContact: { name: 'Carla Customer', title: 'CIO', email: 'carla@customer.example' },
    partnerContact: { name: 'Paolo Partner', email: 'paolo@partner.example' },
    items: [{ productId: 'm365.teams' }],
    ...change,
  }
}

/** Acts on a hub as partners and customers do, through the service of their side. */
export function partnerSide(hub: TestHub) {
  const post = async (path: string, body: unknown, requestId: string = randomUUID()): Promise<Response> =>
    hub.post('intake', `/v1.0/intake/claims${path}`, body, { 'ms-requestid': requestId })
  const act = async (path: string, body: unknown): Promise<IntakeResult> => {
    const answer = await post(path, body)
    if (answer.status !== 200)
      throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`)
    return IntakeResult.parse(await answer.json())
  }
  const revisionOf = async (claimId: string): Promise<number> => (await hub.record(claimId)).revision
  return {
    post,
    act,
    create: (claim = statedClaim(), beside: Record<string, unknown> = {}) => act('', { claim, ...beside }),
    addDocument: (claimId: string, text = 'proof', query = 'fileName=sow.pdf&mediaType=application%2Fpdf') =>
      act(`/${claimId}/documents?${query}`, new TextEncoder().encode(text)),
    /** An act that names the revision as it is now. */
    now: async (claimId: string, name: string, body: Record<string, unknown> = {}) =>
      act(`/${claimId}/${name}`, { claimRevision: await revisionOf(claimId), ...body }),
    async dispute(claimId: string, request: Record<string, unknown>, papers: readonly string[] = []) {
      const form = new FormData()
      form.set('request', JSON.stringify({ claimRevision: await revisionOf(claimId), ...request }))
      for (const text of papers)
        form.append('paper', new File([text], `${text}.pdf`, { type: 'application/pdf' }))
      return act(`/${claimId}/dispute`, form)
    },
    /** A submitted claim with one document. */
    async submitted(claim = statedClaim(), claimId = 'P-1'): Promise<string> {
      await act('', { claim, claimId })
      await this.addDocument(claimId)
      const result = await this.now(claimId, 'submit')
      if (result.outcome !== 'done') throw new Error(`Not submitted: ${JSON.stringify(result)}`)
      return claimId
    },
  }
}
