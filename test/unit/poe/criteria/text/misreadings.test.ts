import { describe, expect, it } from 'vitest'
import { judge } from '../../../../../src-main/poe/judge.ts'
import { aClaimForm } from '../../../../builders/poe/claimForm.ts'
import { expectedWords, misreadings } from '../../../../../src-main/poe/criteria/text/misreadings.ts'
import { asRecognised, factsOf } from '../../../../builders/poe/factsOf.ts'

const WORDS = [
  'Customer',
  'Signature',
  'September',
  'Défense',
  'Exchange',
  'Rowe',
  'Provider',
  'Microsoft',
  'Hallmann',
  'Hallmark',
  'Client',
  'Defender',
  'Endpoint',
]
const EXPECTED = expectedWords(WORDS, [['Defender', 'for', 'Endpoint']])

const meaning = (line: string, confidence: number | null = 0.6) =>
  [...misreadings(asRecognised(factsOf([{ lines: [[line, 20, 100]] }]), confidence), EXPECTED).values()].join(
    ' ',
  )

describe('what recognition misread', () => {
  it.for([
    ['Custorner', 'customer'],
    ['(Signatuie):', '(signature):'],
    ['5eptember', 'september'],
    ['Septernber', 'september'],
    ['Delense', 'defense'],
    ['Micr0soft,', 'microsoft,'],
    ['Exchanqe', 'exchange'],
    ['Chent', 'client'],
    ['Dient:', 'client:'],
  ] as const)('"%s" is meant as "%s"', ([read, meant]) => {
    expect(meaning(read)).toBe(meant)
  })

  it.for([
    ['an expected word itself', 'Customer'],
    ['another form of the word', 'Customers'],
    ['a word of other sense', 'Provided'],
    ['a short name, of which there are others', 'Lowe'],
    ['a word that lies between two expected ones', 'Hallmarn'],
    ['a number', '2212660'],
    ['a product of a letter and figures', 'O365'],
  ] as const)('leaves %s: "%s"', ([, read]) => {
    expect(meaning(read)).toBe('')
  })

  it('leaves words that recognition was sure of, and words that stand in the file', () => {
    expect(meaning('Custorner', 0.95)).toBe('')
    expect(meaning('Custorner', null)).toBe('')
  })

  it('mends a long word of which it was sure where the words around complete a name', () => {
    expect(meaning('Detender for Endpoint', 0.95)).toBe('defender')
    expect(meaning('Defender for Endpolnt', 0.95)).toBe('endpoint')
  })

  it.for([
    ['which stands alone', 'Detender of the realm'],
    ['in which two letters are others', 'Detendor for Endpoint'],
    ['beside which a word of the name is misread too', 'Detender for Endpolnt'],
    ['which lacks a letter', 'Defnder for Endpoint'],
  ] as const)('leaves a word of which it was sure %s: "%s"', ([, read]) => {
    expect(meaning(read, 0.95)).toBe('')
  })

  it.for([
    ['l2', '12'],
    ['2O26', '2026'],
    ['l2.O3.2026', '12.03.2026'],
    ['3I/1O/2O25,', '31/10/2025,'],
  ] as const)('figures with letters among them are figures: "%s" is "%s"', ([read, meant]) => {
    expect(meaning(read)).toBe(meant)
  })

  it.for(['1º', '2o', '1º/05/2026', 'i5'] as const)('an ordinal is no ten: leaves "%s"', (read) => {
    expect(meaning(read)).toBe('')
  })

  it('leaves dates as they are when they are figures alone', () => {
    expect(meaning('12.03.2026')).toBe('')
  })
})

describe('a paper that recognition misread', () => {
  const lines = [
    'Work order between Larkfield Systerns Ltd and Otterrnill Paper GmbH',
    'Larkfield introduced Micros0ft Tearns in both mills and trained 340 employees.',
  ]
  const findingsAt = (confidence: number) => {
    const facts = factsOf([{ lines: lines.map((line, i) => [line, 40, 80 + i * 40]) }])
    const documents = [{ file: 'scan.pdf', addedAt: null, facts: asRecognised(facts, confidence) }]
    return judge({ caseId: null, form: aClaimForm(), policy: { id: 'p', version: 1 }, documents }).findings
  }
  const verdicts = (confidence: number) => {
    const findings = findingsAt(confidence)
    const of = (criterion: string) => findings.find((one) => one.criterion === criterion)
    return [of('usablePoe')?.verdict, of('products')?.verdict]
  }

  it('names its parties and products all the same', () => {
    expect(verdicts(0.7)).toEqual(['met', 'met'])
  })

  it('names others where recognition was sure of every letter', () => {
    expect(verdicts(0.97)).not.toContain('met')
  })

  it('is quoted as it was read', () => {
    const quotes = findingsAt(0.7).flatMap(({ evidence }) => evidence.map(({ text }) => text))
    expect(quotes).toContain('Micros0ft Tearns')
  })
})
