import { randomUUID } from 'node:crypto'
import { drawnBytes } from '../../builders/poe/drawnPdf.ts'
import { paintWorkOrder } from '../../builders/poe/workOrder.ts'
import { otherSideOf } from '../launch/otherSide.ts'

const PARTNER = 'Kestrel & Rowe Consulting Ltd'
const DAY_MS = 86_400_000
const AT_ONCE = 4

/** What a proof lacks; `nothing` = it holds in all criteria. */
const LACKS = ['signature', 'nothing', 'date', 'nothing'] as const

export interface DayClaim {
  readonly claimId: string
  /** One word that no other claim has: what the reviewer filters by. */
  readonly word: string
  readonly name: string
  readonly customer: string
  readonly tenant: string
  readonly lacks: (typeof LACKS)[number]
}

/** Claims of as many customers, so that none competes with another. */
export function dayClaims(count: number): readonly DayClaim[] {
  return Array.from({ length: count }, (_, at) => {
    const word = `Wharfside${String(at + 1).padStart(2, '0')}`
    return {
      claimId: `DAY-${String(at + 1).padStart(2, '0')}`,
      word,
      name: `${word} Teams adoption`,
      customer: `${word} Foods Ltd`,
      tenant: `07be1760-29a8-4099-ecf1-${String(100_000_000_000 + at)}`,
      lacks: LACKS[at % LACKS.length] ?? 'nothing',
    }
  })
}

const dateOf = (daysAgo: number) =>
  new Date(Date.now() - daysAgo * DAY_MS).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** @param title says which version it is. */
export async function paperOf({ customer, tenant, lacks }: DayClaim, title: string) {
  const work = [
    `${PARTNER} deploys Microsoft Teams for the employees of ${customer},`,
    'migrates 41 distribution lists and trains 25 key users on site.',
  ]
  const hasDate = lacks === 'nothing'
  const order = { title, customer, partner: PARTNER, tenant, work, customerSigns: lacks !== 'signature' }
  return Buffer.from(
    await drawnBytes([
      paintWorkOrder({ ...order, customerDate: hasDate ? dateOf(9) : null, partnerDate: dateOf(12) }),
    ]),
  )
}

/** Hands all of them in, several partners at a time. */
export async function handIn(hub: string, claims: readonly DayClaim[]): Promise<void> {
  const partner = await otherSideOf(hub)
  const left = [...claims]
  const handInNext = async (): Promise<void> => {
    const claim = left.shift()
    if (claim === undefined) return
    await partner.create(claim.claimId, formOf(claim))
    await partner.addDocument(claim.claimId, `Order ${claim.word}.pdf`, await paperOf(claim, 'Work order'))
    await partner.act(claim.claimId, 'submit')
    await handInNext()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, handInNext))
}

function formOf({ name, customer, tenant, word }: DayClaim) {
  const domain = `${word.toLowerCase()}.example`
  return {
    claimName: name,
    solutionArea: 'Microsoft 365',
    activities: ['Usage'],
    mpnId: '1903347',
    partnerCompanyName: PARTNER,
    partnerDomains: ['kestrelrowe.example'],
    customer: { companyName: customer, tenantId: tenant, domains: [domain], country: 'GBR' },
    customerContact: { name: 'Fiona Garside', title: 'Head of IT', email: `fiona@${domain}` },
    partnerContact: { name: 'Owen Pritchard', email: 'owen.pritchard@kestrelrowe.example' },
    items: [{ productId: 'm365.teams' }],
  }
}

/** Somebody else has taken what lay in the demo queue: the next free claims are those of the day. */
export async function takeWhatLiesThere(hub: string): Promise<void> {
  const post = async (path: string, body: unknown, token?: string) => {
    const headers = {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    }
    const answer = await fetch(`${hub}/v1.0${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { token?: string; outcome?: string } // the hub's own answer
  }
  const { token } = await post('/demo/sign-in', { userId: 'u-reviewer-2' })
  for (;;) {
    const { outcome } = await post('/assignments/next', { requestId: randomUUID() }, token)
    if (outcome === 'none') return
  }
}
