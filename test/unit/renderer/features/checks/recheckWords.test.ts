import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import english from '../../../../../resources/locales/en.json' with { type: 'json' }
import italian from '../../../../../resources/locales/it.json' with { type: 'json' }
import { VerdictChange } from '../../../../../src-preload/contract/vocabulary/recheckShape.ts'
import { recheckWords } from '../../../../../src-renderer/features/checks/recheckWords.ts'

const en = createIntl({ locale: 'en', messages: english })
const it = createIntl({ locale: 'it', messages: italian })
const change = (parts: Partial<VerdictChange> = {}) =>
  VerdictChange.parse({
    criterion: 'customerAcknowledgment',
    item: null,
    before: 'not_met',
    after: 'met',
    document: 'sow signed.pdf',
    page: 3,
    isNewDocument: true,
    ...parts,
  })

test('a change tells both verdicts and the place in the new paper, in the language of the reviewer', () => {
  expect(recheckWords(change(), [], en)).toBe(
    'Customer signature: was Not met, now Met (page 3 of the new document sow signed.pdf)',
  )
  expect(recheckWords(change(), [], it)).toContain('(pagina 3 del nuovo documento sow signed.pdf)')
})

test('a change without a place names none, and one of a product names the product', () => {
  const absent = change({
    criterion: 'products',
    item: 'i1',
    document: null,
    page: null,
    isNewDocument: false,
  })
  expect(recheckWords(absent, [{ id: 'i1', name: 'Intune' }], en)).toBe(
    'Products, Intune: was Not met, now Met',
  )
  expect(recheckWords(change({ page: null, isNewDocument: false }), [], en)).toMatch(
    /\(in sow signed\.pdf\)$/u,
  )
})
