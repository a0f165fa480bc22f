import { expect, test } from 'vitest'
import { DateFact } from '../../../../../src-preload/contract/vocabulary/checkShape.ts'
import { datesToShow } from '../../../../../src-renderer/features/checks/datesToShow.ts'

const date = (role: string, text: string) =>
  DateFact.parse({ document: 'sow.pdf', page: 1, quads: [], text, readings: [], role })

test('shows only the dates by the customer’s signature when there are any', () => {
  const dates = [date('document', 'a'), date('customer_signature', 'b'), date('period', 'c')]
  expect(datesToShow(dates).map(({ text }) => text)).toEqual(['b'])
})

test('shows at most four others, weightiest first', () => {
  const dates = [
    date('other', 'a'),
    date('partner_signature', 'b'),
    date('period', 'c'),
    date('document', 'd'),
    date('other', 'e'),
  ]
  expect(datesToShow(dates).map(({ text }) => text)).toEqual(['d', 'c', 'b', 'a'])
})
