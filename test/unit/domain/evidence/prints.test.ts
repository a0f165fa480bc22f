import { describe, expect, it } from 'vitest'
import { likeness, picturePrint, type Print, textPrint } from '../../../../src-main/domain/evidence/prints.ts'
import { weightOfReuse } from '../../../../src-main/domain/evidence/recycled.ts'

const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `word${(from + i) * 7919}`).join(' ')
const share = (a: Print | null, b: Print | null): boolean =>
  a?.bands.some((band) => b?.bands.includes(band)) === true
const alike = (a: string, b: string): number => {
  const [left, right] = [textPrint(a), textPrint(b)]
  return left && right ? likeness('text', left.value, right.value) : 0
}

describe('prints of evidence', () => {
  it('knows a text again in which a few words changed, and finds it by a band', () => {
    const changed = words(0, 400).replace('word0 ', 'another ')
    expect(alike(words(0, 400), changed)).toBeGreaterThan(0.9)
    expect(share(textPrint(words(0, 400)), textPrint(changed))).toBe(true)
    expect(alike(words(0, 400), words(0, 400).toUpperCase())).toBe(1)
  })

  it('does not take two papers for one that share half of their text', () => {
    expect(alike(`${words(0, 200)} ${words(1000, 200)}`, `${words(0, 200)} ${words(5000, 200)}`)).toBe(0)
    expect(alike(words(0, 400), words(3000, 400))).toBe(0)
  })

  it('says nothing of a text too short to be known again', () => {
    expect(textPrint(words(0, 20))).toBeNull()
  })

  it('knows a picture again that was scanned once more, by one of its quarters', () => {
    const one = picturePrint('page', 1, 'a5c3f00f3cc35aa5')
    const again = picturePrint('page', 1, 'a5c2f00f3cc35aa4')
    const other = picturePrint('page', 1, '5a3c0ff0c33ca55a')
    expect(share(one, again)).toBe(true)
    expect(likeness('page', one?.value ?? '', again?.value ?? '')).toBeGreaterThan(0.9)
    expect(likeness('page', one?.value ?? '', other?.value ?? '')).toBe(0)
    expect(picturePrint('page', 1, '0000000000000000')).toBeNull()
  })

  it('weighs a reuse by who the claims are of, the same from both sides', () => {
    const side = (mpnId: string, tenantId: string) => ({
      mpnId,
      partnerName: `partner ${mpnId}`,
      tenantId,
      customerName: `customer ${tenantId}`,
    })
    const [own, otherPartner, otherCustomer] = [side('1', 'a'), side('2', 'a'), side('1', 'b')]
    for (const what of ['bytes', 'page', 'signature', 'text'] as const) {
      expect(weightOfReuse(what, own, own)).toBeNull()
      for (const other of [otherPartner, otherCustomer])
        expect(weightOfReuse(what, own, other)).toBe(weightOfReuse(what, other, own))
    }
    expect(weightOfReuse('signature', own, otherPartner)).toBe('low')
    expect(weightOfReuse('signature', own, otherCustomer)).toBe('high')
    expect(weightOfReuse('bytes', own, otherCustomer)).toBe('high')
  })
})
