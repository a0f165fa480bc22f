import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readProductNames } from '../../../src-main/hub/catalogue/productNames.ts'
import { newTrafficClaim } from '../../../src-main/hub/demo/traffic/newTrafficClaim.ts'
import { chancesOf } from '../../../src-main/hub/demo/traffic/chances.ts'
import { withTraffic } from '../../../src-main/hub/demo/traffic/trafficBook.ts'
import { readPartnerClaim } from '../../../src-main/hub/intake/readPartnerClaim.ts'
import { LookupBook } from '../../../src-main/hub/lookup/demoLookup.ts'
import { isAtDomain, hostOfAddress } from '../../../src-main/domain/intake/mailHosts.ts'
import { readDemoQueue } from '../../builders/demo/demoQueue.ts'
import { PAPERS, readTraffic } from '../../builders/demo/traffic.ts'
import { aLookupBook } from '../../builders/hub/lookupBook.ts'
import { SEED_2020 } from '../../builders/policy.ts'

const book = readTraffic()
const { claims } = readDemoQueue()

describe('the companies of the traffic', () => {
  it('are others than those of the demo queue, each with its own PartnerID, tenant and domain', () => {
    const names = [...book.partners, ...book.customers].map(({ companyName }) => companyName)
    const domains = [...book.partners, ...book.customers].map(({ domain }) => domain)
    const ids = [
      ...book.partners.map(({ mpnId }) => mpnId),
      ...book.customers.map(({ tenantId }) => tenantId),
    ]
    for (const all of [names, domains, ids]) expect(new Set(all).size).toBe(all.length)
    const known = JSON.stringify(claims)
    expect([...names, ...domains, ...ids].filter((one) => known.includes(one))).toEqual([])
  })

  it('write from their own domains', () => {
    for (const { contact, domain } of [...book.partners, ...book.customers])
      expect(isAtDomain(hostOfAddress(contact.email), [domain]), contact.email).toBe(true)
  })

  it('have a customer, papers and words in each language that a partner speaks', () => {
    for (const language of new Set(book.partners.map((partner) => partner.language))) {
      expect(
        book.customers.some((one) => one.language === language),
        language,
      ).toBe(true)
      expect(
        book.papers.some((one) => one.language === language),
        language,
      ).toBe(true)
      expect(book.words[language], language).toBeDefined()
    }
  })

  it('send papers that are there', () => {
    expect(book.papers.filter(({ file }) => !existsSync(join(PAPERS, file)))).toEqual([])
  })

  it('are known to the look-up', () => {
    const whole = LookupBook.parse(withTraffic(aLookupBook(), book))
    expect(whole.partners.map(({ mpnId }) => mpnId)).toEqual(
      expect.arrayContaining(book.partners.map(({ mpnId }) => mpnId)),
    )
    const ids = whole.subscriptions.map(({ subscriptionId }) => subscriptionId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('state claims that the rules take in, of both solution areas', async () => {
    const products = await readProductNames('resources/catalogue/products.json')
    const chances = chancesOf(3)
    const areas = new Set<string>()
    for (let turn = 0; turn < 200; turn += 1) {
      const stated = newTrafficClaim({ book, products, chances, claims: [] }, turn)
      const read = readPartnerClaim(stated, { policy: SEED_2020, products })
      expect(read).toMatchObject({ outcome: 'accepted' })
      if (read.outcome === 'accepted') areas.add(read.claim.form.solutionArea)
    }
    expect(areas).toEqual(new Set(['MICROSOFT_365', 'BUSINESS_APPLICATIONS']))
  })
})
