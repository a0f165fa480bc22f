import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoLookup, type LookupBook, readLookupBook } from '../../../../src-main/hub/lookup/demoLookup.ts'
import { lookUp } from '../../../../src-main/hub/lookup/lookUp.ts'
import { lookupNotes } from '../../../../src-main/domain/intake/lookupRules.ts'
import { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Lookups } from '../../../../src-preload/contract/vocabulary/lookupShape.ts'
import { readDemoQueue } from '../../../builders/demo/demoQueue.ts'
import { aPolicy } from '../../../builders/policy.ts'

const NOW = Date.parse('2026-11-25T11:00:00.000Z')
const file = fileURLToPath(new URL('../../../../resources/demo/lookup.json', import.meta.url))
const rules = { policy: aPolicy('seed-2020'), nowMs: NOW }

describe('the look-up of the demo queue', () => {
  let book: LookupBook
  let claims: { form: ClaimForm; state: string; lookups: Lookups }[]
  beforeAll(async () => {
    book = await readLookupBook(file)
    const port = demoLookup(book, () => NOW)
    claims = await Promise.all(
      readDemoQueue().claims.map(async ({ form, state }) => {
        const whole = ClaimForm.parse({ ...form, submittedAt: '2026-11-20T09:00:00Z' })
        return { form: whole, state, lookups: await lookUp(whole, port, NOW) }
      }),
    )
  })
  const notes = (of: (typeof claims)[number]) => lookupNotes({ ...of, isMigrated: false }, rules)
  const codes = () => new Set(claims.flatMap((claim) => notes(claim).map(({ code }) => code)))

  it('knows partner, domains and subscriptions of every claim', () => {
    for (const { form, lookups } of claims) {
      expect(lookups.partner?.isKnown, form.claimId).toBe(true)
      for (const { tenantId } of lookups.domains) expect(tenantId, form.claimId).toBe(form.customer.tenantId)
      const wanted = form.items.filter(({ subscriptionId }) => subscriptionId !== null).map(({ id }) => id)
      expect(lookups.subscriptions.map(({ itemId }) => itemId)).toEqual(expect.arrayContaining(wanted))
      for (const { status } of lookups.subscriptions) expect(status, form.claimId).not.toBeNull()
    }
  })

  it('finds nothing wrong with approved claims', () => {
    const approved = claims.filter(({ state }) => state === 'approved')
    expect(approved.length).toBeGreaterThan(0)
    for (const claim of approved) expect(notes(claim), claim.form.claimId).toEqual([])
  })

  it('has something of each kind to look at', () => {
    expect([...codes()].toSorted()).toEqual([
      'SUB_ALREADY_CLAIMED',
      'SUB_IS_CSP',
      'SUB_NOT_ACTIVE',
      'SUB_NOT_PROVISIONED',
      'mpn_is_organisation',
      'mpn_not_enrolled',
    ])
    const statuses = claims.flatMap(({ lookups }) => lookups.subscriptions.map(({ status }) => status))
    for (const status of ['active', 'in_grace', 'pending', 'expired']) expect(statuses).toContain(status)
  })

  it('S-118: tells the partner type of some partners and of most not', () => {
    const types = claims.map(({ lookups }) => lookups.partner?.partnerType ?? null)
    expect(types.filter((type) => type === 'FRP_FASTTRACK').length).toBeGreaterThanOrEqual(2)
    expect(types.filter((type) => type === null).length).toBeGreaterThan(40)
  })

  it('gives the same answers every time', async () => {
    const port = demoLookup(book, () => NOW)
    for (const { form, lookups } of claims) expect(await lookUp(form, port, NOW)).toEqual(lookups)
  })
})
