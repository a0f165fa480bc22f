import { describe, expect, it } from 'vitest'
import { TOLD_SENTENCES } from '../../../../src-main/domain/letter/causes.ts'
import {
  shortfallsOf,
  shortfallsOfChecks,
  shortfallsOfLookups,
  type StandingCriterion,
} from '../../../../src-main/domain/letter/shortfalls.ts'
import { SENTENCE_CODES } from '../../../../src-main/poe/criteria/sentences.ts'
import { ClaimCheck, Finding } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import { Lookups } from '../../../../src-preload/contract/vocabulary/lookupShape.ts'
import type { Verdict } from '../../../../src-preload/contract/vocabulary/words.ts'

const at = (document: string, page: number | null) => ({
  document,
  page,
  rects: [],
  quads: [],
  text: 'read there',
  method: 'text',
})

const aFinding = (verdict: Verdict, code: string, wishes: Record<string, unknown> = {}) =>
  Finding.parse({
    criterion: 'customerAcknowledgment',
    item: null,
    verdict,
    confidence: 0.9,
    sentence: 'As the checker says it.',
    say: { code, values: {} },
    evidence: [],
    absence: null,
    ...wishes,
  })

const standing = (machine: Finding | null, reviewer: Verdict | null = null): StandingCriterion => ({
  criterion: machine?.criterion ?? 'customerAcknowledgment',
  item: null,
  machine,
  reviewer: reviewer === null ? null : { verdict: reviewer },
})

const causesOf = (...criteria: StandingCriterion[]) => shortfallsOf(criteria).map(({ cause }) => cause)

describe('what falls short', () => {
  it('is what the machine found not met or could not tell', () => {
    expect(shortfallsOf([standing(aFinding('not_met', 'ack_empty'))])).toMatchObject([
      { about: 'customerAcknowledgment', cause: 'ack_empty', isUnmet: true },
    ])
    expect(shortfallsOf([standing(aFinding('cannot_tell', 'ack_typed'))])).toMatchObject([
      { cause: 'ack_typed', isUnmet: false },
    ])
    expect(causesOf(standing(aFinding('met', 'ack_drawn')), standing(null))).toEqual([])
  })

  it('is not what the reviewer found met', () => {
    expect(causesOf(standing(aFinding('not_met', 'ack_empty'), 'met'))).toEqual([])
    expect(causesOf(standing(aFinding('not_met', 'ack_empty'), 'not_applicable'))).toEqual([])
  })

  it('is what the reviewer found unmet, in general words where the machine saw nothing wrong', () => {
    expect(shortfallsOf([standing(aFinding('met', 'ack_drawn'), 'not_met')])).toMatchObject([
      { cause: null, isUnmet: true, places: [] },
    ])
    expect(shortfallsOf([standing(null, 'not_met')])).toMatchObject([{ cause: null, isUnmet: true }])
    expect(causesOf(standing(aFinding('met', 'ack_empty'), 'not_met'))).toEqual([null])
  })

  it('is never told where it is the checker that falls short', () => {
    for (const code of ['ack_not_read', 'ack_cryptographic_unverified', 'dates_handwritten', 'poe_not_read'])
      expect(causesOf(standing(aFinding('cannot_tell', code)))).toEqual([null])
  })

  it('is not told in a way that teaches how to hide text', () => {
    const hidden = aFinding('not_met', 'product_hidden', { criterion: 'products', item: 'i1' })
    expect(causesOf(standing(hidden))).toEqual(['product_missing'])
  })

  it('S-31: says why a file cannot be opened where there is one reason', () => {
    const unreadable = (reason: string) =>
      aFinding('not_met', 'poe_unreadable', {
        criterion: 'usablePoe',
        say: { code: 'poe_unreadable', values: { count: 2, reason } },
      })
    expect(causesOf(standing(unreadable('encrypted')))).toEqual(['encrypted'])
    expect(causesOf(standing(unreadable('encrypted, corrupt')))).toEqual(['unreadable'])
  })

  it('S-33: carries the day, and both days where it can be read in two ways', () => {
    const dated = (code: string, values: Record<string, string>) =>
      shortfallsOf([standing(aFinding('not_met', code, { criterion: 'dates', say: { code, values } }))])[0]
    expect(dated('dates_too_old', { date: '2025-08-01', from: '2025-11-02' })?.days).toEqual(['2025-08-01'])
    expect(dated('dates_too_old', { date: '2025-08', from: '2025-11-02' })?.days).toEqual(['2025-08'])
    expect(dated('dates_ambiguous', { first: '2025-03-04', second: '2025-04-03' })?.days).toHaveLength(2)
  })

  it('says in general what is wrong with a date that the finding does not name', () => {
    const nameless = { criterion: 'dates', say: { code: 'dates_too_old', values: { date: 'soon' } } }
    expect(causesOf(standing(aFinding('not_met', 'dates_too_old', nameless)))).toEqual([null])
  })

  it('names each page once, and the document where there is no page', () => {
    const [seen] = shortfallsOf([
      standing(
        aFinding('not_met', 'ack_empty', {
          evidence: [at('scope.pdf', 3), at('scope.pdf', 3), at('mail.eml', null)],
        }),
      ),
    ])
    expect(seen?.places).toEqual([
      { document: 'scope.pdf', page: 3 },
      { document: 'mail.eml', page: null },
    ])
    const [named] = shortfallsOf([
      standing(
        aFinding('not_met', 'poe_invoice', {
          criterion: 'usablePoe',
          say: { code: 'poe_invoice', values: { document: 'invoice.pdf' } },
        }),
      ),
    ])
    expect(named?.places).toEqual([{ document: 'invoice.pdf', page: null }])
  })

  it('is known by codes that the checker has', () => {
    const codes: readonly string[] = SENTENCE_CODES.map(({ code }) => code)
    expect(TOLD_SENTENCES.filter((code) => !codes.includes(code))).toEqual([])
  })
})

describe('what the checks and look-ups found', () => {
  const check = (name: string, verdict: Verdict, code: string) =>
    ClaimCheck.parse({
      check: name,
      verdict,
      sentence: '.',
      say: { code, values: { found: 'x' } },
      evidence: [],
    })

  it('belongs to the acknowledgment where the public sector disclosure is missing', () => {
    expect(
      shortfallsOfChecks([
        check('psd', 'not_met', 'check_psd_missing'),
        check('contacts', 'not_met', 'check_contacts_partner'),
      ]),
    ).toMatchObject([{ about: 'customerAcknowledgment', cause: 'psd_missing', isUnmet: false }])
    expect(shortfallsOfChecks([check('psd', 'cannot_tell', 'check_psd_found')])).toEqual([])
  })

  const looked = { checkedAt: '2026-11-02T09:00:00.000Z', source: 'directory' }
  const OWN = '7c1e40a2-51d8-4f0e-9a67-0c2f3ed1b9f3'
  const OTHER = '11111111-51d8-4f0e-9a67-0c2f3ed1b9f3'
  const subscription = {
    itemId: 'i2',
    subscriptionId: null,
    productName: null,
    status: null,
    provisioning: null,
    channel: 'CSP',
    endsOn: null,
    siblings: null,
    ...looked,
  }

  it('S-101: names the domains that are not of the customer’s tenant', () => {
    const lookups = Lookups.parse({
      subscriptions: [],
      partner: null,
      domains: [
        { domain: 'northgate.example', tenantId: OWN, ...looked },
        { domain: 'nobody.example', tenantId: null, ...looked },
        { domain: 'other.example', tenantId: OTHER, ...looked },
      ],
    })
    expect(shortfallsOfLookups(lookups, OWN)).toMatchObject([
      { about: 'details', cause: 'domain_of_other_tenant', domain: 'nobody.example' },
      { about: 'details', cause: 'domain_of_other_tenant', domain: 'other.example' },
    ])
  })

  it('S-106: names every fault of a subscription with its item', () => {
    const lookups = Lookups.parse({
      subscriptions: [{ ...subscription, codes: ['SUB_IS_CSP', 'SUB_NOT_ACTIVE'] }],
      partner: null,
      domains: [],
    })
    expect(shortfallsOfLookups(lookups, OWN)).toMatchObject([
      { about: 'subscription', item: 'i2', cause: 'SUB_IS_CSP' },
      { about: 'subscription', item: 'i2', cause: 'SUB_NOT_ACTIVE' },
    ])
  })
})

describe('places that a reviewer found', () => {
  it('are told beside the machine’s, each page once', () => {
    const machine = aFinding('not_met', 'ack_empty', { evidence: [at('sow.pdf', 2)] })
    const own = [
      { document: 'sow.pdf', page: 2 },
      { document: 'annex.pdf', page: 1 },
    ]
    expect(shortfallsOf([{ ...standing(machine), own }])[0]?.places).toEqual([
      { document: 'sow.pdf', page: 2 },
      { document: 'annex.pdf', page: 1 },
    ])
  })

  it('stand alone where the machine found the criterion met and the reviewer not', () => {
    const own = [{ document: 'sow.pdf', page: 3 }]
    expect(shortfallsOf([{ ...standing(aFinding('met', 'ack_drawn'), 'not_met'), own }])).toMatchObject([
      { cause: null, places: own },
    ])
  })
})
