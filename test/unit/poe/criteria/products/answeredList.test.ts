import { describe, expect, it } from 'vitest'
import { judge } from '../../../../../src-main/poe/judge.ts'
import { aClaimForm } from '../../../../builders/poe/claimForm.ts'
import { asRecognised, factsOf, type PlainPage } from '../../../../builders/poe/factsOf.ts'

const HEAD = ['Between Larkfield Systems Ltd and Ottermill Paper GmbH', 40, 80] as const
const list = (teams: string): PlainPage => ({
  lines: [
    HEAD,
    [`${teams} Microsoft Teams`, 60, 400],
    ['☐ Defender for Endpoint', 60, 430],
    ['☐ SharePoint Online', 60, 460],
  ],
})
const LETTER: PlainPage = { lines: [HEAD, ['The work began in March and ended in May.', 40, 200]] }

/** A fax: its print was read, what a hand wrote on it was not. */
function judged(pages: readonly PlainPage[], confidence: readonly number[]) {
  const form = aClaimForm({
    items: [{ id: 'i1', productId: 'm365.mde', name: 'Defender', subscriptionId: null }],
  })
  const facts = asRecognised(factsOf(pages, { status: 'partly', reason: 'scan' }), 0.95)
  const read = facts.pages.map((page, i) => ({
    ...page,
    textClass: 'scan' as const,
    ocr: { confidence: confidence[i] ?? 1, languages: 'eng' },
  }))
  const documents = [{ file: 'fax.pdf', addedAt: null, facts: { ...facts, pages: read } }]
  const report = judge({ caseId: null, form, policy: { id: 'p', version: 1 }, documents })
  return report.findings.find(({ item }) => item === 'i1')?.verdict
}

describe('a product whose line of a list is left open', () => {
  it('is not met where another line of the list is ticked, although a hand’s words on the page were not read', () => {
    expect(judged([list('☒')], [0.7])).toBe('not_met')
  })

  it('stays open where nothing of the list is ticked: the ticks may not have been read', () => {
    expect(judged([list('☐')], [0.7])).toBe('cannot_tell')
  })

  it('stays open where a whole other page was not read', () => {
    expect(judged([list('☒'), LETTER], [0.7, 0.7])).toBe('cannot_tell')
    expect(judged([list('☒'), LETTER], [0.7, 0.95])).toBe('not_met')
  })
})
