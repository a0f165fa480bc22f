import { expect, test } from 'vitest'
import { formatLocaleFor, loadCatalogue, localeFor } from '../../../../src-renderer/format/messages.ts'

test('the setting wins over the system', () => {
  expect(localeFor('it', ['en-GB'])).toBe('it')
})

test('the first language of the system that there is a catalogue for wins, else English', () => {
  expect(localeFor('system', ['de-DE', 'it-IT', 'en-US'])).toBe('it')
  expect(localeFor('system', ['ja-JP'])).toBe('en')
})

test('dates keep the region of the system where it speaks the same language', () => {
  expect(formatLocaleFor('en', ['it-IT', 'en-GB'])).toBe('en-GB')
  expect(formatLocaleFor('it', ['en-GB'])).toBe('it')
})

test('a catalogue brings the words of the viewer along', async () => {
  const catalogue = await loadCatalogue('it')
  expect(catalogue['state.under_review']).toBe('In fase di revisione')
  expect(catalogue['viewer.find']).toBeTypeOf('string')
})
