import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition, FilterTerm } from '../../../../src-preload/contract/vocabulary/filter/filterTerms.ts'
import { FILTER_FIELDS, WORD_FIELDS } from '../../../../src-preload/contract/vocabulary/filter/filterWords.ts'
import { parseFilter } from '../../../../src-preload/contract/vocabulary/filter/parseFilter.ts'
import { printFilter } from '../../../../src-preload/contract/vocabulary/filter/printFilter.ts'

/** What a text means, without the places of its parts. */
const meaning = (terms: readonly FilterTerm[]) => terms.map(({ at: _at, ...rest }) => rest)
const conditionsOf = (text: string): Condition[] =>
  parseFilter(text).flatMap((term) => (term.kind === 'understood' ? [term.condition] : []))
const problemsOf = (text: string) =>
  parseFilter(text).flatMap((term) => (term.kind === 'problem' ? [[term.problem, term.word]] : []))

/** Texts that come near the language: its own signs and words in any order. */
const nearText = fc
  .array(
    fc.constantFrom(
      ...FILTER_FIELDS.map((field) => `${field}:`),
      ...WORD_FIELDS.status,
      '-',
      '"',
      '\\',
      ',',
      ' ',
      '  ',
      '..',
      '<',
      '>=',
      '4h',
      '2026-11-24',
      'today',
      'NOT',
      'OR',
      'AND',
      'x',
      'over',
      'failed',
      'dates=failed',
      'failed>2',
      'me',
      'foo:',
      'é',
      '中',
      '=',
      ':',
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))
const anyText = fc.oneof(
  nearText,
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

describe('the filter language', () => {
  it('reads the example of the handbook', () => {
    expect(conditionsOf('status:in_review sla:<4h partner:"Contoso Ltd" assignee:me text')).toEqual([
      { kind: 'one_of', field: 'status', words: ['in_review'] },
      { kind: 'left', ranges: [{ from: null, to: { value: { amount: 4, unit: 'h' }, isIn: false } }] },
      { kind: 'in', field: 'partner', wanted: [{ text: 'Contoso Ltd', isExact: true }] },
      { kind: 'assignee', who: [{ text: 'me', isExact: false }] },
      { kind: 'text', wanted: { text: 'text', isExact: false } },
    ])
  })

  it.each(['-check:failed', 'NOT check:failed', 'NOT check:not_met'])('takes %s as a negation', (text) => {
    expect(printFilter(parseFilter(text))).toBe('-check:failed')
  })

  it('lets two negations be none, and AND say what holds anyway', () => {
    expect(printFilter(parseFilter('NOT -has:conflict AND teams'))).toBe('has:conflict teams')
  })

  it.each([
    ['sla:1h..2d', 'sla:1h..2d'],
    ['sla:4h', 'sla:<=4h'],
    ['sla:>=2D,over', 'sla:>=2d,over'],
    ['due:2026-11-20..2026-11-24', 'due:2026-11-20..2026-11-24'],
    ['due:..tomorrow', 'due:<=tomorrow'],
    ['due:today', 'due:today'],
    ['check:failed>2', 'check:failed>2'],
    ['check:signature=unclear', 'check:signature=unclear'],
    ['Status:Under-Review', 'status:under_review'],
    ['item:"Power BI",Intune', 'product:"Power BI",Intune'],
    ['partner:"still typing', 'partner:"still typing"'],
    [String.raw`"a \"quoted\" word"`, String.raw`"a \"quoted\" word"`],
  ])('writes %s as %s', (text, printed) => {
    expect(printFilter(parseFilter(text))).toBe(printed)
    expect(problemsOf(text)).toEqual([])
  })

  it.each([
    ['stauts:open', 'unknown_field', 'stauts'],
    ['status:opne', 'unknown_word', 'opne'],
    ['status:open,closed', 'unknown_word', 'closed'],
    ['sla:<4x', 'not_a_duration', '<4x'],
    ['sla:soon', 'not_a_duration', 'soon'],
    ['due:2026-02-31', 'not_a_day', '2026-02-31'],
    ['check:dates=failed>2', 'not_a_check', 'dates=failed>2'],
    ['partner:', 'value_missing', 'partner'],
    ['teams OR intune', 'or_not_known', 'OR'],
    ['*"', 'nothing_to_search', '*"'],
    ['NOT', 'value_missing', 'NOT'],
  ])('reports %s instead of dropping it', (text, problem, word) => {
    expect(problemsOf(text)).toEqual([[problem, word]])
    expect(printFilter(parseFilter(text))).toBe(text)
  })

  it('points at the part that it did not understand, and goes on with the rest', () => {
    const text = 'teams  foo:"a b" -status:open'
    const terms = parseFilter(text)
    expect(terms.map(({ kind }) => kind)).toEqual(['understood', 'problem', 'understood'])
    expect(terms.map(({ at }) => text.slice(at.start, at.end))).toEqual([
      'teams',
      'foo:"a b"',
      '-status:open',
    ])
  })

  it('reads any text, and reads what it prints as the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const terms = parseFilter(text)
        expect(meaning(parseFilter(printFilter(terms)))).toEqual(meaning(terms))
      }),
      { numRuns: 5000 },
    )
  })

  it('leaves no sign of the text without a part, and lets no two parts overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0
        for (const { at } of parseFilter(text)) {
          expect(text.slice(end, at.start).replaceAll(/AND/gu, '').trim()).toBe('')
          expect(at.end).toBeGreaterThan(at.start)
          end = at.end
        }
        expect(text.slice(end).replaceAll(/AND/gu, '').trim()).toBe('')
      }),
      { numRuns: 2000 },
    )
  })
})
