import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import { ClaimId } from '../../../../../src-preload/contract/vocabulary/idShapes.ts'
import italian from '../../../../../resources/locales/it.json' with { type: 'json' }
import {
  documentReasonWords,
  findingWords,
  flagWords,
  reuseWords,
} from '../../../../../src-renderer/features/checks/findingWords.ts'

const intl = createIntl({ locale: 'it', messages: italian })

test('a finding speaks the language of the reviewer, with its days and codes', () => {
  const finding = {
    sentence: 'English',
    say: { code: 'dates_too_old', values: { date: '2024-11-02', from: '2025-11-13' } },
  }
  expect(findingWords(finding, intl)).toBe('Il cliente ha confermato il 2 nov 2024, prima del 13 nov 2025.')
  const unread = { sentence: 'English', say: { code: 'poe_not_read', values: { reason: 'scan' } } }
  expect(findingWords(unread, intl)).toContain('pagine senza testo')
})

test('a code without a message keeps the sentence of the checker', () => {
  expect(findingWords({ sentence: 'Something new.', say: { code: 'tomorrow', values: {} } }, intl)).toBe(
    'Something new.',
  )
})

test('values are text and never markup or placeholders of their own', () => {
  const finding = {
    sentence: '',
    say: { code: 'service_described', values: { partner: '{x}', text: '<b>no</b>' } },
  }
  expect(findingWords(finding, intl)).toBe('Il lavoro di {x} è descritto: «<b>no</b>».')
})

test('unknown flags and reasons are shown as what they are', () => {
  expect(flagWords('invisible_text', intl)).toBe('Testo invisibile')
  expect(flagWords('brand_new_kind', intl)).toBe('brand new kind')
  expect(documentReasonWords('encrypted', intl)).toBe('protetto da password')
  expect(documentReasonWords('odd', intl)).toBe('odd')
})

test('a flag says how evidence is the same and of which claim, with the page where there is one', () => {
  const say: Parameters<typeof reuseWords>[1] = (id, values) => intl.formatMessage({ id }, values)
  const reuse = {
    claimId: ClaimId.parse('42990117'),
    partnerName: 'Tidewater LLC',
    customerName: 'Fjordlys AS',
    share: 1,
    page: null,
  }
  const words = (over: Partial<Parameters<typeof reuseWords>[0]>) =>
    reuseWords({ ...reuse, how: 'bytes', ...over }, say)
  expect(words({})).toBe(
    'Lo stesso identico file è allegato alla richiesta 42990117 (Tidewater LLC per Fjordlys AS).',
  )
  expect(words({ how: 'text', share: 0.918 })).toContain('Il 91 % del testo')
  expect(words({ how: 'text' })).toContain('Parola per parola')
  expect(words({ how: 'page', page: 4 })).toContain('Fjordlys AS), a pagina 4.')
  expect(words({ how: 'signature' })).toContain('La stessa immagine di una firma')
})
