import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { type CaseFileFacts, pictureKey } from '../../../../src-main/workstation/caseFile/caseFileFacts.ts'
import { loadSayings } from '../../../../src-main/workstation/caseFile/sayings.ts'
import { writeCaseFile } from '../../../../src-main/workstation/caseFile/writeCaseFile.ts'
import type { PageCut } from '../../../../src-main/workstation/ports.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCaseFile, type FileWishes } from '../../../builders/caseFile.ts'

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document
type Element = DefaultTreeAdapterTypes.Element

const english = await loadSayings('en')
const italian = await loadSayings('it')

const pageOf = (facts: CaseFileFacts, sayings = english, pictures = new Map<string, PageCut>()) =>
  parse(writeCaseFile(facts, pictures, sayings))

function nodesOf(node: Node): Node[] {
  return [node, ...('childNodes' in node ? node.childNodes.flatMap(nodesOf) : [])]
}
const elementsOf = (page: Node, name?: string): Element[] =>
  nodesOf(page).filter(
    (node): node is Element => 'tagName' in node && (name === undefined || node.tagName === name),
  )
const wordsOf = (page: Node): string =>
  nodesOf(page)
    .map((node) => ('value' in node ? node.value : ''))
    .join(' ')
const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value
const headings = (page: Node) => elementsOf(page, 'h2').map((one) => wordsOf(one).trim())

const A_CUT: PageCut = {
  png: new Uint8Array([1, 2, 3]),
  width: 100,
  height: 40,
  points: [595, 60],
  marks: [[0.1, 0.2, 0.5, 0.8]],
}

describe('the page of a case file', () => {
  it('has what leads voted, and of a sealed vote that there is one', () => {
    const facts = aCaseFile({ partners: ['Fernhill', 'Liffeyside', 'Orobica'] })
    const [winner] = facts.one.parties
    const voter = { userId: UserId.parse('u-b'), at: facts.one.openedAt, judged: [] }
    const said = { winner: winner?.claimId ?? null, reason: 'Its proof is newer.' }
    const votes = [
      { ...voter, name: 'Selma Okonjo', said },
      { ...voter, userId: UserId.parse('u-c'), name: 'Ruben Aldersgate', said: null },
    ]
    const resolver = { userId: UserId.parse('u-lead'), name: 'Ingrid Solvang' }
    const page = pageOf({ ...facts, one: { ...facts.one, votes, resolver } })
    expect(headings(page).slice(1, 3)).toEqual(['Outcome', 'Votes'])
    const words = wordsOf(page)
    for (const part of [
      'Selma Okonjo',
      'Fernhill',
      'Its proof is newer.',
      'Sealed until',
      'Ingrid Solvang decides',
    ])
      expect(words).toContain(part)
  })

  it('says on its first lines that it is not for partners, and has every section as a heading', () => {
    const page = pageOf(aCaseFile())
    const words = wordsOf(page)
    expect(words.indexOf('not for partners')).toBeLessThan(words.indexOf('The case'))
    expect(headings(page)).toEqual([
      'The case',
      'Outcome',
      'Parties',
      'Parties side by side',
      'Rule ladder',
      'What happened',
      'Letters',
      'Evidence',
      'Papers on file',
      'How this file was made',
    ])
    expect(headings(pageOf(aCaseFile(), italian))).toContain('Prove')
    expect(headings(page)).not.toContain('Votes')
    expect(elementsOf(page, 'html').map((html) => attribute(html, 'lang'))).toEqual(['en-GB'])
  })

  it('names ids, the outcome with its rung, letters as written, hashes and versions', () => {
    const facts = aCaseFile({ letter: 'Dear partner,\n\nsend it.' })
    const words = wordsOf(pageOf(facts))
    for (const said of [
      facts.one.caseId,
      facts.one.tenantId,
      '208417',
      '208500',
      '208613',
      'A, Fernhill Consulting Ltd',
      'The lead followed the ladder: Recency decided.',
      'Set by Marta Ginevri, 24 Nov 2026: Signed by the customer’s CIO.',
      'Domain and tenant: verified by Paul Brandt. Called the customer.',
      'Dear partner,\n\nsend it.',
      'Answered 21 Nov 2026, 11:05 UTC: resubmitted',
      'Its claim is not on this workstation.',
      'seed-2020@1',
      'review-team@1',
      'checks 31',
      'reader 18',
    ])
      expect.soft(words).toContain(said)
    for (const { sha256 } of facts.parties[0]?.claim?.documents ?? []) expect(words).toContain(sha256)
  })

  it('says so where the lead departed from the ladder, and where nothing is decided', () => {
    const facts = aCaseFile()
    const { outcome } = facts.one
    if (outcome === null) throw new Error('It is decided.')
    const other = { ...facts, one: { ...facts.one, outcome: { ...outcome, winner: null, rung: null } } }
    expect(wordsOf(pageOf(other))).toContain(
      'The lead departed from it by their own judgement: Recency points to A, Fernhill Consulting Ltd.',
    )
    const open = aCaseFile({ isDecided: false })
    expect(wordsOf(pageOf(open))).toContain('Not decided. State: Open.')
    expect(wordsOf(pageOf({ ...open, isOnItsWay: true }))).toContain('the hub has not confirmed it yet')
  })

  it('says whose claim is held back from whoever made it', () => {
    const facts = aCaseFile()
    const parties = facts.parties.map((one) => ({
      ...one,
      claim: one.claim && { ...one.claim, isHeldBack: true },
    }))
    expect(wordsOf(pageOf({ ...facts, parties }))).toContain(
      'Ruben Aldersgate judges the claim of B before the machine is seen',
    )
  })

  it('shows the strip of a page with the place marked, and counts what is not pictured', () => {
    const facts = aCaseFile()
    const drawn = new Map<string, PageCut>([[pictureKey('208417', 1), A_CUT]])
    const page = pageOf(facts, english, drawn)
    const [strip] = elementsOf(page, 'svg')
    if (strip === undefined) throw new Error('There is no strip.')
    expect(attribute(strip, 'aria-label')).toBe('Fernhill deploys Microsoft Teams for 340 employees')
    expect(elementsOf(strip, 'image').map((image) => attribute(image, 'href'))).toEqual([
      'data:image/png;base64,AQID',
    ])
    expect(elementsOf(strip, 'rect').map((rect) => [attribute(rect, 'x'), attribute(rect, 'width')])).toEqual(
      [['10', '40']],
    )
    const left = new Map([
      [pictureKey('208417', 1), 'left_out' as const],
      [pictureKey('208500', 1), 'left_out' as const],
    ])
    expect(wordsOf(parse(writeCaseFile(facts, left, english)))).toContain(
      '2 places are not pictured: a file takes no more.',
    )
  })

  it('breaks a board of many parties into tables that a sheet has room for', () => {
    const facts = aCaseFile()
    const [first] = facts.board.parties
    if (first === undefined) throw new Error('The board has parties.')
    const parties = Array.from({ length: 7 }, () => first)
    const page = pageOf({ ...facts, board: { ...facts.board, parties } })
    const boards = elementsOf(page, 'table').filter((table) => attribute(table, 'class') === 'grid board')
    expect(
      boards.map((board) => elementsOf(board, 'th').filter((th) => attribute(th, 'scope') === 'col').length),
    ).toEqual([4, 4, 2])
  })
})

/** What somebody may call a company, a paper or a reason who wants more of a page than to stand in it. */
const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '</style><script>alert(1)</script>',
    '</title><img src=x onerror=alert(1)>',
    '"><iframe src="https://evil.tld"></iframe>',
    "' onload='x",
    '<!--',
    ']]>',
    '&lt;b&gt;',
    '{plural, one {x}}',
    '\u202egpj.exe',
    '\u0000\u0007',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const NAMES = [
  'customer',
  'thing',
  'claimName',
  'read',
  'letter',
  'reason',
  'note',
  'person',
  'fileName',
] as const

describe('whatever strangers write', () => {
  it('stands in the page as words and becomes nothing else', () => {
    const shape = elementsOf(pageOf(aCaseFile())).map(({ tagName }) => tagName)
    const wishes = fc.record({
      ...(Object.fromEntries(NAMES.map((name) => [name, hostile])) as Record<
        (typeof NAMES)[number],
        typeof hostile
      >),
      partners: fc.tuple(hostile, hostile, hostile),
    })
    fc.assert(
      fc.property(wishes, (said: FileWishes) => {
        const filled = Object.fromEntries(
          Object.entries(said).map(([name, value]) => [
            name,
            Array.isArray(value) ? value.map((one) => `${one}.`) : `${value}.`,
          ]),
        )
        const page = pageOf(aCaseFile(filled))
        const found = elementsOf(page)
        expect(found.map(({ tagName }) => tagName)).toEqual(shape)
        const outside = found
          .flatMap(({ attrs }) => attrs)
          .filter(({ name }) => name === 'src' || name === 'href' || name.startsWith('on'))
        expect(outside).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('cannot load, run or style anything: the policy lets in the one style and pictures in the page alone', () => {
    const html = writeCaseFile(aCaseFile(), new Map(), english)
    expect(html).toMatch(
      /content="default-src &#x27;none&#x27;; style-src &#x27;sha256-[\w+/]+=*&#x27;; img-src data:"/u,
    )
    expect(html).not.toMatch(/<script|<link|<iframe|https?:|url\(| style="/u)
  })
})
