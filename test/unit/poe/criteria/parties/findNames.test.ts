import { describe, expect, it } from 'vitest'
import { companyName } from '../../../../../src-main/domain/names/companyNames.ts'
import { definedTerms, findName } from '../../../../../src-main/poe/criteria/parties/findNames.ts'
import { blocksOf } from '../../../../../src-main/poe/criteria/text/passages.ts'
import { documentOf } from '../../../../builders/poe/factsOf.ts'

function mentions(text: string, name: string) {
  const document = documentOf([{ lines: [[text, 20, 100]] }])
  return document.facts.pages.flatMap((page) =>
    blocksOf(document, page).flatMap((block) => findName(block, companyName(name))),
  )
}

const found = (text: string, name: string) => {
  const [first] = mentions(text, name)
  return first === undefined ? 'none' : first.exact ? 'exact' : 'unsure'
}

describe('company names', () => {
  it.for([
    ['HALLMANN GERATEBAU', 'Hallmann Gerätebau GmbH', 'exact'],
    ['for Hallmann Gerätebau GmbH, Lohne', 'Hallmann Gerätebau GmbH', 'exact'],
    ['Officine Meridiana S.r.l.', 'Officine Meridiana Srl', 'exact'],
    ['Officine Meridiana s. r. l.', 'Officine Meridiana S.r.l.', 'exact'],
    ['Kestrel and Rowe', 'Kestrel & Rowe Consulting Ltd', 'none'],
    ['Kestrel & Rowe Consulting Limited', 'Kestrel & Rowe Consulting Ltd', 'exact'],
    ['Tidewater’s engineers', 'Tidewater LLC', 'exact'],
    ['Caixa Agrícola do Ribatejo, C.R.L.', 'Caixa Agrícola do Ribatejo', 'exact'],
    ['Meridiana S.p.A.', 'Meridiana S.r.l.', 'unsure'],
    ['Ottermill Paper Holding GmbH', 'Ottermill Paper GmbH', 'unsure'],
    ['Ottermill Papers GmbH', 'Ottermill Paper GmbH', 'none'],
    ['Val d’Arno Imballaggi S.r.l.', 'Valdarno Imballaggi S.r.l.', 'none'],
    ['the paper mill at Otterbrook', 'Ottermill Paper GmbH', 'none'],
  ] as const)('"%s" is no more of "%s" than it should be: %s', ([text, name, expected]) => {
    expect(found(text, name)).toBe(expected)
  })

  it('learns the short names that a paper defines', () => {
    const [mention] = mentions(
      'Harrow Point Logistics, Inc. of Columbus (“Harrow Point” or “Client”) orders',
      'Harrow Point Logistics, Inc.',
    )
    expect(mention && definedTerms(mention.passage, mention)).toEqual(['Harrow Point', 'Client'])
  })
})
