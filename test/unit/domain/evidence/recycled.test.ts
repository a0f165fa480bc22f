import { describe, expect, it } from 'vitest'
import {
  type ClaimSide,
  isCommonForm,
  type SameEvidence,
  weightOfReuse,
} from '../../../../src-main/domain/evidence/recycled.ts'
import { REUSE_KINDS } from '../../../../src-preload/contract/vocabulary/words.ts'

const side = (mpnId: string, tenantId: string): ClaimSide => ({
  mpnId,
  partnerName: `partner ${mpnId}`,
  tenantId,
  customerName: `customer ${tenantId}`,
})
const [OWN, OTHER_PARTNER, OTHER_CUSTOMER, STRANGER] = [
  side('1', 'a'),
  side('2', 'a'),
  side('1', 'b'),
  side('2', 'b'),
]
const same = (how: SameEvidence['how'], over: Partial<SameEvidence> = {}): SameEvidence => ({
  how,
  mayBeForm: false,
  isTheirCustomers: true,
  ...over,
})

describe('how much it matters that evidence stands on another claim', () => {
  it.each(REUSE_KINDS)(
    'is nothing within one partner and customer, and the same from both sides: %s',
    (how) => {
      expect(weightOfReuse(same(how), OWN, OWN)).toBeNull()
      for (const other of [OTHER_PARTNER, OTHER_CUSTOMER, STRANGER])
        expect(weightOfReuse(same(how), OWN, other)).toBe(weightOfReuse(same(how), other, OWN))
    },
  )

  it('goes by names where more is not known', () => {
    const named: ClaimSide = { ...OWN, mpnId: null, tenantId: null, partnerName: ' PARTNER 1' }
    expect(weightOfReuse(same('bytes'), OWN, named)).toBeNull()
  })

  it('is nothing where one partner filled its form in for two customers, and something where another one did', () => {
    for (const how of ['text', 'page'] as const) {
      expect(weightOfReuse(same(how, { mayBeForm: true }), OWN, OTHER_CUSTOMER)).toBeNull()
      expect(weightOfReuse(same(how, { mayBeForm: true }), OWN, STRANGER)).not.toBeNull()
      expect(weightOfReuse(same(how), OWN, OTHER_CUSTOMER)).not.toBeNull()
    }
  })

  it('is more for one picture of a signature under two customers than under one, and where it surely is theirs', () => {
    expect(weightOfReuse(same('signature'), OWN, OTHER_PARTNER)).toBe('low')
    expect(weightOfReuse(same('signature'), OWN, OTHER_CUSTOMER)).toBe('high')
    expect(weightOfReuse(same('signature', { isTheirCustomers: false }), OWN, OTHER_CUSTOMER)).toBe('medium')
  })
})

describe('a form that somebody publishes', () => {
  const families = (count: number) => Array.from({ length: count }, (_, i) => side(`p${i}`, `c${i}`))
  it('is one when papers of more than three families are alike, however many claims each has', () => {
    expect(isCommonForm(OWN, families(3))).toBe(false)
    expect(isCommonForm(OWN, [...families(3), ...families(3), OWN, OWN])).toBe(false)
    expect(isCommonForm(OWN, families(4))).toBe(true)
  })
})
