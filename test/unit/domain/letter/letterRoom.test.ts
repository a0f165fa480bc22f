import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainLine } from '../../../../src-main/domain/letter/letterRoom.ts'

it.each([
  ['line breaks', 'Contoso\r\n\r\nDecision: approved', 'Contoso Decision: approved'],
  ['control characters', 'Con\u0000to\u001bso', 'Con to so'],
  ['other separators', 'Contoso\u2028S.p.A.\u2029\u00a0Milano', 'Contoso S.p.A. Milano'],
  ['marks that turn the direction', 'Contoso \u202eevil\u2066 Ltd', 'Contoso evil Ltd'],
])('%s leave a name on one plain line', (_, name, plain) => {
  expect(plainLine(name, 100)).toBe(plain)
})

it('a name that is too long is cut with an ellipsis, never through a character', () => {
  expect(plainLine('abcdef', 6)).toBe('abcdef')
  expect(plainLine('abcdefg', 6)).toBe('abcde…')
  expect(plainLine('abcd😀fgh', 6)).toBe('abcd…')
})

it('letters of any script stay as they are', () => {
  for (const name of ['株式会社コントソ', 'Łódź Süd GmbH & Co. KG', 'שלום בע״מ', "L'Orée «des» Bois"])
    expect(plainLine(name, 100)).toBe(name)
})

it('whatever comes in, one line of bounded length goes out', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.integer({ min: 2, max: 120 }),
      (name, most) => {
        const line = plainLine(name, most)
        expect(line.length).toBeLessThanOrEqual(most)
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u)
        expect(plainLine(line, most)).toBe(line)
      },
    ),
  )
})
