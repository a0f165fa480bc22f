import { describe, expect, it } from 'vitest'
import { compareFacts, findEdits } from '../../../../src-main/poe/compare/compareFacts.ts'
import { type Token, tokensOf } from '../../../../src-main/poe/compare/tokens.ts'
import { MOST_EDITS } from '../../../../src-main/poe/compare/wordDiff.ts'
import type { DocumentFacts } from '../../../../src-main/poe/facts/documentFacts.ts'
import { Sha256 } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { TextChange } from '../../../../src-preload/contract/vocabulary/versionShape.ts'
import { fc } from '../../../builders/hub/property.ts'
import { asRecognised, factsOf } from '../../../builders/poe/factsOf.ts'
import { readHere } from '../../../builders/poe/readers.ts'
import { PLANTED, resubmittedDocx, resubmittedPdf } from '../../../builders/poe/resubmission.ts'

const OTHER = Sha256.parse('b'.repeat(64))

/** One line of a page for each text. */
const paper = (...lines: readonly string[]): DocumentFacts =>
  factsOf([{ lines: lines.map((text, i) => [text, 60, 80 + i * 40] as const) }])
const newer = (facts: DocumentFacts): DocumentFacts => ({ ...facts, sha256: OTHER })
const compared = (before: DocumentFacts, after: DocumentFacts) => compareFacts(before, newer(after))
const changesOf = (before: DocumentFacts, after: DocumentFacts): readonly TextChange[] =>
  compared(before, after).changes ?? []
const said = ({ kind, before, after }: TextChange) => `${kind}: ${before?.text ?? ''} | ${after?.text ?? ''}`
const saidOf = (before: DocumentFacts, after: DocumentFacts): string[] => changesOf(before, after).map(said)

/** With this word read so, and unsurely. */
function misread(facts: DocumentFacts, from: string, to: string): DocumentFacts {
  const page = facts.pages.map((one) => ({
    ...one,
    words: one.words.map((word) => (word.text === from ? { ...word, text: to, confidence: 0.6 } : word)),
  }))
  return { ...facts, pages: page }
}

function expectPlanted(changes: readonly TextChange[], isPaged: boolean): void {
  expect(changes.map(({ kind }) => kind)).toEqual(PLANTED.map(({ kind }) => kind))
  for (const [i, planted] of PLANTED.entries()) {
    const change = changes[i]
    for (const side of ['before', 'after'] as const) {
      const text = change?.[side]?.text ?? null
      if (planted[side] === null) expect(text).toBeNull()
      else expect(text).toMatch(planted[side])
      const page = change?.[side]?.places[0]?.page
      if (text !== null) expect(page).toBe(isPaged ? planted.page : 1)
    }
    expect(change?.isUnsure).toBe(false)
  }
}

describe('what a newer version says otherwise', () => {
  it('finds five planted edits of a text PDF and no other', async () => {
    const [first, second] = await Promise.all([resubmittedPdf('first'), resubmittedPdf('second')])
    expectPlanted(compareFacts(await readHere(first), await readHere(second)).changes ?? [], true)
  })

  it('finds five planted edits of a Word file and no other', async () => {
    const first = await readHere(resubmittedDocx('first'))
    expectPlanted(compareFacts(first, await readHere(resubmittedDocx('second'))).changes ?? [], false)
  })

  it('finds the five in a scan of the newer version, and counts no slip of recognition with them', async () => {
    const first = await readHere(await resubmittedPdf('first'))
    const second = asRecognised(await readHere(await resubmittedPdf('second')), 0.97)
    const scan = misread(misread(second, 'mailboxes', 'rnailboxes'), 'Building', 'Buiiding')
    expectPlanted(compareFacts(first, newer(scan)).changes ?? [], true)
  })

  it('gives each change the place of its words on both sides', () => {
    const [change] = changesOf(paper('dated 3 May 2025 here'), paper('dated 3 May 2026 here'))
    const place = (side: TextChange['before']) => side?.places[0]?.quads[0]
    expect(place(change?.before ?? null)).toEqual(place(change?.after ?? null))
    expect(place(change?.after ?? null)).toHaveLength(8)
    expect(change).toMatchObject({ kind: 'changed', before: { text: '2025' }, after: { text: '2026' } })
  })

  it('says of words that stand elsewhere that they moved, once', () => {
    const [a, b] = ['Signed in Leeds by Fiona Garside', 'The work was accepted in full by the customer']
    expect(saidOf(paper(a, b, 'End of page'), paper(b, a, 'End of page'))).toEqual([`moved: ${a} | ${a}`])
  })

  it('begins what was put in with its line, although the word before it comes again', () => {
    const before = paper('The partner trains people', 'The customer accepts it')
    const after = paper('The partner trains people', 'The desk is told', 'The customer accepts it')
    expect(saidOf(before, after)).toEqual(['added:  | The desk is told'])
  })

  it('takes words of a line that changed together for one change, and single ones for two', () => {
    expect(
      saidOf(
        paper('from 3 May 2025 to 9 June 2025 at most'),
        paper('from 4 July 2026 to 9 June 2025 at most'),
      ),
    ).toEqual(['changed: 3 May 2025 | 4 July 2026'])
    expect(
      saidOf(paper('one alpha stays as it was beta there'), paper('one gamma stays as it was delta there')),
    ).toEqual(['changed: alpha | gamma', 'changed: beta | delta'])
  })

  it('takes neither other quotes nor a word that is parted otherwise for a change', () => {
    expect(
      saidOf(paper('the “partner’s” own sub- scription'), paper('the "partner\'s" own subscription')),
    ).toEqual([])
    expect(saidOf(paper('Har row Point'), paper('Harrow Point'))).toEqual([])
  })

  it('never forgives a figure, however unsure its reading is, but says that it is unsure', () => {
    const scan = misread(asRecognised(paper('Date: 12 March 2025'), 0.97), '2025', '2026')
    expect(changesOf(paper('Date: 12 March 2025'), scan)).toMatchObject([
      { kind: 'changed', isUnsure: true, before: { text: '2025' }, after: { text: '2026' } },
    ])
  })

  it('says that the words are the same only where all of them are and were read', () => {
    const one = paper('The customer accepts the work in full')
    const scan = { ...asRecognised(one, 0.97) }
    expect(compareFacts(one, one).likeness).toBe('same_file')
    expect(compared(one, one).likeness).toBe('same_words')
    expect(
      compared(one, {
        ...scan,
        pages: scan.pages.map((p) => ({ ...p, ocr: { confidence: 0.9, languages: 'eng' } })),
      }).likeness,
    ).toBe('same_words_scanned')
    const dim = scan.pages.map((p) => ({ ...p, ocr: { confidence: 0.5, languages: 'eng' } }))
    expect(compared(one, { ...scan, pages: dim })).toMatchObject({
      likeness: 'changed',
      after: { unread: [1], pictured: [1] },
    })
  })

  it('gives no list of two papers that have nothing in common', () => {
    const words = (of: string) =>
      paper(
        ...Array.from({ length: 40 }, (_, i) =>
          Array.from({ length: 50 }, (__, j) => `${of}${i}x${j}`).join(' '),
        ),
      )
    expect(40 * 50 * 2).toBeGreaterThan(MOST_EDITS)
    expect(compared(words('a'), words('b'))).toMatchObject({ changes: null, likeness: 'changed' })
  })
})

const token = (key: string, i: number): Token => ({
  key,
  bareKey: key,
  text: key,
  page: 1 + Math.floor(i / 40),
  quad: [0, 0, 1, 0, 1, 1, 0, 1],
  line: Math.floor(i / 7),
  beginsLine: i % 7 === 0,
  beginsBlock: i % 21 === 0,
  isRecognised: false,
  isUnsure: false,
})
const words = fc.array(fc.constantFrom('the', 'work', 'of', 'Teams', '2026', 'in', 'Leeds', 'a', 'b'), {
  maxLength: 60,
})

/** An older version, and a newer one that was made of it by edits as people make them. */
const versions = fc
  .tuple(
    words,
    fc.array(fc.record({ at: fc.nat(60), out: fc.nat(9), put: words, to: fc.nat(60) }), { maxLength: 5 }),
  )
  .map(([old, edits]) => {
    const young = [...old]
    for (const { at, out, put, to } of edits) {
      const taken = young.splice(at % (young.length + 1), out, ...put.slice(0, 8))
      if (to % 3 === 0) young.splice(to % (young.length + 1), 0, ...taken)
    }
    return { before: old.map(token), after: young.map(token) }
  })

describe('the list of changes', () => {
  it('makes the newer version of the older one when it is carried out', () => {
    fc.assert(
      fc.property(versions, ({ before, after }) => {
        const edits = findEdits({ before, after }) ?? []
        const isOut = new Set(edits.flatMap(({ removed }) => indexes(removed)))
        const made: string[] = []
        for (let at = 0; at <= before.length; at += 1) {
          for (const edit of edits.filter((each) => each.at === at))
            made.push(...after.slice(edit.added.start, edit.added.end).map(({ key }) => key))
          const kept = before[at]
          if (kept !== undefined && !isOut.has(at)) made.push(kept.key)
        }
        // Words that were only parted otherwise are no change: the letters are what must agree.
        expect(made.join('')).toBe(after.map(({ key }) => key).join(''))
      }),
      { numRuns: 1000 },
    )
  })

  it('is empty for a paper and itself, and names no word twice on a side', () => {
    fc.assert(
      fc.property(versions, ({ before, after }) => {
        expect(findEdits({ before, after: before })).toEqual([])
        const edits = findEdits({ before, after }) ?? []
        for (const side of ['removed', 'added'] as const) {
          const named = edits.flatMap((edit) => indexes(edit[side]))
          expect(new Set(named).size).toBe(named.length)
        }
      }),
    )
  })

  it('reads the words of a page in their order', () => {
    expect(tokensOf(paper('one two', 'three')).map(({ text, line }) => `${line} ${text}`)).toEqual([
      '0 one',
      '0 two',
      '1 three',
    ])
  })
})

const indexes = ({ start, end }: { readonly start: number; readonly end: number }): number[] =>
  Array.from({ length: end - start }, (_, i) => start + i)
