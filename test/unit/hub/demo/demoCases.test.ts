import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ArbitrationCase } from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { readDemoQueue } from '../../../builders/demo/demoQueue.ts'
import { aFilledHub } from '../../../builders/demo/filledHub.ts'
import { allCases } from '../../../builders/hub/caseDecisions.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'

let hub: TestHub
let cases: ArbitrationCase[]
let claims: ClaimRecord[]
beforeAll(async () => {
  hub = await aFilledHub('2026-11-25T10:00:00.000Z')
  cases = await allCases(hub)
  claims = await Promise.all(readDemoQueue().claims.map(({ form }) => hub.record(form.claimId)))
})
afterAll(() => hub.close())

const ofCustomer = (name: string) => cases.filter(({ customerName }) => customerName === name)
/** The claims of a customer by their partners. */
const claimsOf = (name: string) =>
  new Map(
    claims
      .filter(({ form }) => form.customer.companyName === name)
      .map((claim) => [claim.form.partnerCompanyName, claim]),
  )
const stateOf = (claim: ClaimRecord | undefined) => `${claim?.state} ${claim?.subState}`
const lettersTo = (claim: ClaimRecord | undefined) =>
  (claim?.comments ?? []).filter(({ visibility }) => visibility === 'partner_visible').map(({ text }) => text)

it('the demo queue has cases of two and of three parties, at different stages, each with who is told what', () => {
  const stages = Map.groupBy(cases, ({ state }) => state)
  expect(new Map([...stages].map(([state, own]) => [state, own.length]))).toEqual(
    new Map([
      ['open', 3],
      ['outreach', 1],
      ['ready', 13],
      ['decided', 3],
    ]),
  )
  expect(ofCustomer('Harrow Point Logistics, Inc.').map(({ parties }) => parties.length)).toEqual([3])
  const asked = cases.find(({ state }) => state === 'outreach')
  expect(asked).toMatchObject({ lead: { name: 'Ruben Aldersgate' } })
  expect(
    asked?.parties.map(({ role, toldAt, outreach }) => [role, toldAt !== null, outreach.length]),
  ).toEqual([
    ['incumbent', true, 1],
    ['challenger', true, 0],
  ])
})

it('its submitted claims were looked up, drafts were not', () => {
  for (const { form, state, lookups } of claims)
    expect(lookups.domains.length > 0, form.claimId).toBe(state !== 'editing')
})

it('a case of it went to the challenger, and the holder’s association ended', () => {
  const [one] = ofCustomer('Ospedale Veterinario San Zeno S.r.l.')
  const parties = claimsOf('Ospedale Veterinario San Zeno S.r.l.')
  const [winner, former] = [parties.get('Lessinia Digitale S.r.l.'), parties.get('Adige Reti S.r.l.')]
  expect(one?.outcome).toMatchObject({ winner: winner?.form.claimId, rung: 'recency', pendingEnds: [] })
  expect([stateOf(winner), stateOf(former)]).toEqual(['approved consent_open', 'rejected disputable'])
  expect(former?.matters.endedItems?.map(({ item }) => item)).toEqual(['i1'])
  expect(former?.history.at(-1)).toMatchObject({ kind: 'disassociated', reasons: ['REJ_COMPETING_CLAIM'] })
  expect(lettersTo(winner).at(-1)).toContain('è stata approvata')
  expect(lettersTo(former).at(-1)).toContain('la vostra associazione per tali elementi termina')
})

it('a case of it went to the holder, and the challenger may dispute that', () => {
  const [one] = ofCustomer('Copperfield Rail Museum Trust')
  const parties = claimsOf('Copperfield Rail Museum Trust')
  const [holder, loser] = [parties.get('Signalbox Systems Ltd'), parties.get('Brackenhurst IT Ltd')]
  expect(one?.outcome).toMatchObject({ winner: holder?.form.claimId, rung: 'recency' })
  expect([stateOf(holder), stateOf(loser)]).toEqual([
    'approved sent_for_incentive_assessment',
    'rejected disputable',
  ])
  expect(loser?.matters.rejection?.reasons).toEqual(['REJ_COMPETING_CLAIM'])
  expect(lettersTo(loser).at(-1)).toMatch(/you may dispute the rejection until 24 December 2026/)
  expect(lettersTo(holder)).toHaveLength(1)
})

it('a case of it went to nobody: the challenger is asked, the holder stays as it is', () => {
  const [one] = ofCustomer('Fonderie de la Haute Combe SA')
  const parties = claimsOf('Fonderie de la Haute Combe SA')
  const [holder, asked] = [parties.get('Combrailles Informatique SARL'), parties.get('Sancy Services SAS')]
  expect(one?.outcome).toMatchObject({ winner: null })
  expect([stateOf(holder), stateOf(asked)]).toEqual([
    'approved sent_for_incentive_assessment',
    'partner_action_required open',
  ])
  expect(holder).toMatchObject({ isMigrated: true, documents: [] })
  expect(asked?.matters.infoRequest?.reasons).toEqual([
    'POE_MISSING_CUSTOMER_ACK',
    'POE_MISSING_OR_OLD_DATES',
  ])
  expect(lettersTo(asked).at(-1)).toContain('1er décembre 2026')
})

it('lets no partner read who else claims what it claims', () => {
  for (const claim of claims) {
    const { customer, partnerCompanyName } = claim.form
    const rivals = claims.filter(
      ({ form }) =>
        form.customer.tenantId === customer.tenantId && form.partnerCompanyName !== partnerCompanyName,
    )
    for (const { form } of rivals)
      for (const text of lettersTo(claim))
        for (const name of [form.partnerCompanyName, form.mpnId, form.claimId, form.partnerContact.name])
          expect(text, claim.form.claimId).not.toContain(name)
  }
})
