import { describe, expect, it } from 'vitest'
import type { DocumentFacts } from '../../../../../src-main/poe/facts/documentFacts.ts'
import { judge } from '../../../../../src-main/poe/judge.ts'
import { aClaimForm } from '../../../../builders/poe/claimForm.ts'
import { wordPaper } from '../../../../builders/poe/forgeries/wordPaper.ts'
import { docxOf, linksXml, paragraph, run } from '../../../../builders/poe/officeFiles.ts'
import { blockTexts, factsOfBytes, flagKinds } from '../../../../builders/poe/pieces.ts'

const factsOf = async (bytes: Uint8Array): Promise<DocumentFacts> => (await factsOfBytes(bytes)).facts
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const TYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
const bodyOf = (inside: string): string => `<w:document ${W}><w:body>${inside}</w:body></w:document>`
const MAIN = bodyOf(paragraph('Work order 17'))
const paperWith = (name: string, part: string | Uint8Array): Uint8Array =>
  wordPaper('', { parts: { [name]: part } })
const asMain = (part: string | Uint8Array): Uint8Array => paperWith('word/document.xml', part)
const wide = (text: string, order: 'le' | 'be', mark: boolean): Buffer => {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

const PARTS: readonly (readonly [string, string])[] = [
  ['word/document.xml', MAIN],
  ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
  ['_rels/.rels', linksXml([{ id: 'rId1', kind: 'officeDocument', target: 'word/document.xml' }])],
  ['word/_rels/document.xml.rels', linksXml([])],
  ['word/styles.xml', `<w:styles ${W}/>`],
  ['word/fontTable.xml', `<w:fonts ${W}/>`],
  ['docProps/core.xml', '<coreProperties/>'],
  ['docProps/app.xml', '<Properties/>'],
  ['customXml/item1.xml', '<data/>'],
  ['word/drawings/vmlDrawing1.vml', '<xml/>'],
  ['word/unnamed.xml', '<nothing/>'],
]

describe('a DOCTYPE', () => {
  it.for(PARTS)('is refused in %s, which is read without it', async ([name, part]) => {
    expect(await factsOf(paperWith(name, `${TYPE}${part}`))).toMatchObject({
      status: 'could_not_check',
      reason: 'too_large',
      pages: [],
      flags: [{ kind: 'resource_bomb', text: 'The part has a DOCTYPE' }],
    })
    expect(await factsOf(paperWith(name, part))).toMatchObject({ status: 'read', flags: [] })
  })

  const WAYS: readonly (readonly [string, (text: string) => string | Uint8Array])[] = [
    ['behind blanks', (text) => ` \r\n\t${text}`],
    ['behind a declaration', (text) => `<?xml version="1.0"?>${text}`],
    ['behind a comment', (text) => `<!-- ${'a word '.repeat(200)}-->${text}`],
    ['behind an instruction', (text) => `<?mso-application progid="Word.Document"?>${text}`],
    ['behind a mark of UTF-8', (text) => `\uFEFF${text}`],
    ['in UTF-16', (text) => wide(text, 'le', true)],
    ['in UTF-16 the other way round', (text) => wide(text, 'be', true)],
    ['in UTF-16 without a mark', (text) => wide(text, 'le', false)],
    ['in UTF-16 the other way round without a mark', (text) => wide(text, 'be', false)],
    ['in the writing of Windows', (text) => `<?xml version="1.0" encoding="windows-1252"?>${text}`],
  ]
  it.for(WAYS)('is refused %s, and what stands so without it is read', async ([, written]) => {
    expect(flagKinds(await factsOf(asMain(written(`${TYPE}${MAIN}`))))).toEqual(['resource_bomb'])
    const twin = await factsOf(asMain(written(MAIN)))
    expect(twin).toMatchObject({ status: 'read', flags: [] })
    expect(blockTexts(twin)).toEqual(['Work order 17'])
  })

  it('is refused when it fetches something', async () => {
    const part = `<!DOCTYPE x SYSTEM "file:///etc/passwd">${MAIN}`
    expect(flagKinds(await factsOf(asMain(part)))).toEqual(['resource_bomb'])
  })

  it('is none where a paper writes about one', async () => {
    const facts = await factsOf(docxOf(paragraph('Begin with <!DOCTYPE html> & <!ENTITY a>')))
    expect(facts).toMatchObject({ status: 'read', flags: [] })
    expect(blockTexts(facts)).toEqual(['Begin with <!DOCTYPE html> & <!ENTITY a>'])
  })
})

describe('a writing that not all programs know', () => {
  it.for(['utf-7', 'utf-32', 'cp037', 'made-up'])('is refused: %s', async (encoding) => {
    const facts = await factsOf(asMain(`<?xml version="1.0" encoding="${encoding}"?>${MAIN}`))
    expect(facts).toMatchObject({
      status: 'could_not_check',
      reason: 'page_errors',
      flags: [{ kind: 'zip_anomaly', text: `The part is written as ${encoding}` }],
    })
  })

  it.for(['UTF-8', 'utf8', 'us-ascii', 'ISO-8859-1'])('is not %s', async (encoding) => {
    const facts = await factsOf(asMain(`<?xml version="1.0" encoding="${encoding}"?>${MAIN}`))
    expect(facts).toMatchObject({ status: 'read', flags: [] })
  })

  it('is read as it is declared', async () => {
    const text = `<?xml version='1.0' encoding='windows-1252'?>${bodyOf(paragraph('Bäckerei'))}`
    expect(blockTexts(await factsOf(asMain(Buffer.from(text, 'latin1'))))).toEqual(['Bäckerei'])
  })
})

describe('entities', () => {
  it('are never more than what XML has by itself', async () => {
    const text = '<w:p><w:r><w:t>a &lt;b&gt; &amp;amp; &#65;&#x42; &c; &#0;</w:t></w:r></w:p>'
    expect(blockTexts(await factsOf(asMain(bodyOf(text))))).toEqual(['a <b> &amp; AB &c;'])
  })
})

const nested = (depth: number): string => `${'<w:sdt>'.repeat(depth)}${'</w:sdt>'.repeat(depth)}`
/** Beside the root and the body, of 256 that may be open when another begins. */
const DEEPEST = 255
const listed = (count: number): string => Array.from({ length: count }, (_, i) => `a${i}="1"`).join(' ')

describe('markup without measure', () => {
  it('is refused one step deeper than it may nest', async () => {
    expect(await factsOf(docxOf(paragraph('x') + nested(DEEPEST)))).toMatchObject({
      status: 'read',
      flags: [],
    })
    expect(await factsOf(docxOf(paragraph('x') + nested(DEEPEST + 1)))).toMatchObject({
      status: 'could_not_check',
      reason: 'too_large',
    })
  })

  it.for([
    ['attributes', `<w:p ${listed(1000)}/>`, `<w:p ${listed(1001)}/>`],
    ['letters in the name of an element', `<w:${'a'.repeat(1022)}/>`, `<w:${'a'.repeat(1023)}/>`],
    [
      'letters in the name of an attribute',
      `<w:p ${'a'.repeat(1024)}="1"/>`,
      `<w:p ${'a'.repeat(1025)}="1"/>`,
    ],
  ])('is refused for one too many: %s', async ([, most, more]) => {
    expect(await factsOf(docxOf(paragraph('x') + most))).toMatchObject({ status: 'read', flags: [] })
    expect(await factsOf(docxOf(paragraph('x') + more))).toMatchObject({
      status: 'could_not_check',
      reason: 'too_large',
      flags: [{ kind: 'resource_bomb' }],
    })
  })
})

describe('names that every object has', () => {
  const RESERVED = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']
  const untouched = (): void => {
    const bare: Record<string, unknown> = {}
    expect(Object.keys(Object.getPrototypeOf(bare))).toEqual([])
    expect(bare['polluted']).toBeUndefined()
  }

  it.for(RESERVED)('change nothing and crash nothing in markup: %s', async (name) => {
    const parts = [
      wordPaper(`<w:p w:${name}="polluted"/>`),
      wordPaper(`<w:${name} w:polluted="1">x</w:${name}>`),
      wordPaper('', { styles: `<w:style w:styleId="${name}" ${name}="1"/>` }),
      wordPaper('', {
        parts: { 'word/_rels/document.xml.rels': `<Relationships><${name} Id="${name}"/></Relationships>` },
      }),
    ]
    for (const bytes of parts) {
      const facts = await factsOf(bytes)
      // Either it is read, or it is said that programs differ over it. Never that it is damaged.
      if (facts.status !== 'read') {
        expect(facts.reason).toBe('page_errors')
        expect(flagKinds(facts)).toEqual(['zip_anomaly'])
      }
    }
    untouched()
  })

  it.for(RESERVED)('are values like any other: %s', async (name) => {
    const looks = `<w:rStyle w:val="${name}"/><w:color w:val="${name}" w:themeColor="${name}"/><w:highlight w:val="${name}"/><w:shd w:fill="${name}"/>`
    const bytes = docxOf(
      `<w:p><w:pPr><w:pStyle w:val="${name}"/></w:pPr>${run('as it is', looks)}</w:p><w:p><w:r><w:drawing r:embed="${name}"/></w:r></w:p>`,
      {
        links: [{ id: name, kind: name, target: name }],
        styles: `<w:style w:styleId="${name}"><w:basedOn w:val="${name}"/></w:style>`,
      },
    )
    expect(blockTexts(await factsOf(bytes))).toEqual(['as it is'])
    untouched()
  })
})

const seenBy = async (bytes: Uint8Array) => {
  const facts = await factsOf(bytes)
  const documents = [{ file: 'paper.docx', addedAt: null, facts }]
  const report = judge({
    caseId: null,
    form: aClaimForm(),
    policy: { id: 'seed-2020', version: 1 },
    documents,
  })
  return { texts: blockTexts(facts), flags: report.flags.map(({ kind, text }) => `${kind}: ${text}`) }
}
const FOREIGN =
  'xmlns:z="urn:somebody:else" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="z"'
const X = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

describe('names of others', () => {
  const foreign = (inside: string, more = FOREIGN): Uint8Array =>
    asMain(`<w:document ${W} ${more}><w:body>${inside}</w:body></w:document>`)
  const PASSED_OVER: readonly (readonly [string, Uint8Array])[] = [
    ['a text', foreign('<w:p><w:r><w:t>Order</w:t><z:t>and Teams</z:t></w:r></w:p>')],
    ['a text within a text', foreign('<w:p><w:r><w:t>Order<z:a>and Teams</z:a></w:t></w:r></w:p>')],
    ['a run', foreign('<w:p><w:r><w:t>Order</w:t></w:r><z:r><z:t>and Teams</z:t></z:r></w:p>')],
    ['a paragraph of Word’s within', foreign(`${paragraph('Order')}<z:p>${paragraph('and Teams')}</z:p>`)],
    ['a name of Excel', foreign(`<w:p><w:r><w:t>Order</w:t><x:t>and Teams</x:t></w:r></w:p>`, X)],
    [
      'an invented addition',
      foreign(
        '<w:p><w:r><w:t>Order</w:t><q:t>and Teams</q:t></w:r></w:p>',
        'xmlns:q="http://schemas.microsoft.com/office/word/2099/wordml"',
      ),
    ],
  ]
  it.for(PASSED_OVER)('are no words of the page, and are flagged: %s', async ([, bytes]) => {
    expect(await seenBy(bytes)).toEqual({ texts: ['Order'], flags: ['docx_hidden_text: and Teams'] })
  })

  it('cannot switch off what hides a word', async () => {
    const hidden = (vanish: string): Uint8Array =>
      foreign(`<w:p>${run('Order ')}${run('and Teams', vanish)}</w:p>`)
    const links = 'xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    const later = 'xmlns:q="http://schemas.microsoft.com/office/word/2010/wordml"'
    for (const vanish of [
      '<w:vanish w:val="1" z:val="0"/>',
      '<w:vanish z:val="0"/>',
      '<z:x/><w:vanish/>',
      `<w:vanish w:val="1" q:val="0" ${links}/>`,
      `<w:vanish q:val="0" ${later}/>`,
    ])
      expect((await seenBy(hidden(vanish))).texts).toEqual(['Order'])
    expect((await seenBy(hidden('<z:vanish/>'))).texts).toEqual(['Order and Teams'])
  })

  it('are read under whatever prefix the paper gives to Word’s own', async () => {
    expect(await seenBy(asMain(MAIN.replaceAll('w:', 'any:').replace('xmlns:w', 'xmlns:any')))).toEqual({
      texts: ['Work order 17'],
      flags: [],
    })
    expect((await seenBy(asMain(MAIN.replaceAll('w:', '').replace('xmlns:w', 'xmlns')))).texts).toEqual([
      'Work order 17',
    ])
  })

  it('are read in the strict edition of the standard', async () => {
    const strict = MAIN.replace(/"http[^"]*"/u, '"http://purl.oclc.org/ooxml/wordprocessingml/main"')
    expect((await seenBy(asMain(strict))).texts).toEqual(['Work order 17'])
  })
})
