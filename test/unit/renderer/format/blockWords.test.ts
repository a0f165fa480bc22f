import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import english from '../../../../resources/locales/en.json' with { type: 'json' }
import italian from '../../../../resources/locales/it.json' with { type: 'json' }
import { wordsOfBlocks } from '../../../../src-renderer/format/blockWords.ts'
import type { Say } from '../../../../src-renderer/format/useText.ts'

const sayIn = (locale: string, messages: Record<string, string>): Say => {
  const intl = createIntl({ locale, messages })
  return (id, values) => intl.formatMessage({ id }, values)
}
const items = ['Teams', 'Intune'].map((name, at) => ({
  id: `i${at}`,
  productId: name,
  name,
  subscriptionId: null,
}))
const open = (criterion: 'dates' | 'products', item: string | null) =>
  ({ reason: 'criterion_open', criterion, item }) as const

test('open criteria are told in one phrase, products by the name of the item', () => {
  const blocks = [open('dates', null), open('products', 'i1')]
  expect(wordsOfBlocks(blocks, items, 'en', sayIn('en', english))).toBe('Open: Dates and Intune')
  expect(wordsOfBlocks(blocks, items, 'it', sayIn('it', italian))).toBe('Aperti: Date e Intune')
})

test('a single item needs no name', () => {
  expect(wordsOfBlocks([open('products', 'i0')], items.slice(0, 1), 'en', sayIn('en', english))).toBe(
    'Open: Products',
  )
})

test('other reasons come first, each in its own words; nothing in the way says nothing', () => {
  const blocks = [open('dates', null), { reason: 'poe_missing', criterion: null, item: null } as const]
  expect(wordsOfBlocks(blocks, items, 'en', sayIn('en', english))).toBe(
    'No proof of execution is attached. Open: Dates',
  )
  expect(wordsOfBlocks([], items, 'en', sayIn('en', english))).toBe('')
})
