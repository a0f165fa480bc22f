import { describe, expect, it } from 'vitest'
import {
  docxOf,
  linksXml,
  paragraph,
  picture,
  pngHead,
  run,
  table,
} from '../../../../builders/poe/officeFiles.ts'
import { blockTexts, factsOfBytes, flagKinds, hiddenText } from '../../../../builders/poe/pieces.ts'

const read = async (...args: Parameters<typeof docxOf>) => (await factsOfBytes(docxOf(...args))).facts

describe('what a Word file shows', () => {
  it('keeps paragraphs apart and joins runs of one word', async () => {
    const facts = await read(paragraph(run('Karin Vo'), run('gt & Co.')) + paragraph('second'))
    expect(blockTexts(facts)).toEqual(['Karin Vogt & Co.', 'second'])
    expect(facts).toMatchObject({ type: 'docx', status: 'read', pageCount: null })
    expect(facts.pages[0]).toMatchObject({ form: 'flow', textClass: 'text' })
  })

  it('puts the cells of a row beside each other and the next row below', async () => {
    const facts = await read(
      table([paragraph('left'), paragraph('right')], [paragraph('under'), paragraph('last')]),
    )
    const [left, right, under] = facts.pages[0]?.words ?? []
    expect(left?.rect[1]).toBe(right?.rect[1])
    expect(right?.rect[0]).toBeGreaterThan(left?.rect[2] ?? 1)
    expect(under?.rect[0]).toBe(left?.rect[0])
    expect(under?.rect[1]).toBeGreaterThan(left?.rect[3] ?? 1)
  })

  it('places a picture in its cell', async () => {
    const facts = await read(
      table(
        [paragraph('For Larkfield'), paragraph('For Ottermill')],
        [paragraph(''), paragraph(picture('rId9', 100, 30))],
      ),
      {
        links: [{ id: 'rId9', kind: 'image', target: 'media/a.png' }],
        parts: { 'word/media/a.png': pngHead(400, 120) },
      },
    )
    const [image] = facts.pages[0]?.images ?? []
    const right = facts.pages[0]?.words.find(({ text }) => text === 'Ottermill')
    expect(image).toMatchObject({ widthPx: 400, heightPx: 120 })
    expect(image?.rect[0]).toBeGreaterThan(0.45)
    expect(image?.rect[1]).toBeGreaterThan(right?.rect[3] ?? 1)
  })

  it('takes Word’s own signature line for a line, and pen strokes for a picture', async () => {
    const options = {
      links: [{ id: 'rId9', kind: 'image', target: 'media/a.png' }],
      parts: { 'word/media/a.png': pngHead(400, 120) },
    }
    const line = await read(
      paragraph(
        '<w:r><w:pict><shape style="width:192pt;height:96pt"><imagedata r:id="rId9"/><signatureline/></shape></w:pict></w:r>',
      ),
      options,
    )
    expect(line.pages[0]?.images).toEqual([])
    expect(blockTexts(line)).toEqual(['____________________'])
    const fallback = picture('rId9', 90, 30).slice(5, -6)
    const ink = await read(
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice><w:drawing><contentPart/></w:drawing></mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      options,
    )
    expect(ink.pages[0]?.images).toHaveLength(1)
  })

  it('reads columns made by tabs as columns', async () => {
    const tab = '<w:r><w:tab/><w:tab/><w:tab/><w:tab/></w:r>'
    const facts = await read(
      paragraph(run('For the customer'), tab, run('For the partner')) +
        paragraph(run('Karin Vogt'), tab, tab, run('Owen Blake')),
    )
    const texts = blockTexts(facts)
    expect(texts.some((text) => text.includes('customer') && text.includes('partner'))).toBe(false)
  })

  it('reads heads, feet and notes, and keeps feet far from the text', async () => {
    const facts = await read(
      `${paragraph('body')}<w:sectPr><w:headerReference r:id="rH"/><w:footerReference r:id="rF"/></w:sectPr>`,
      {
        links: [
          { id: 'rH', kind: 'header', target: 'header1.xml' },
          { id: 'rF', kind: 'footer', target: 'footer1.xml' },
          { id: 'rN', kind: 'footnotes', target: 'footnotes.xml' },
        ],
        parts: {
          'word/header1.xml': `<w:hdr>${paragraph('head')}</w:hdr>`,
          'word/footer1.xml': `<w:ftr>${paragraph('foot')}</w:ftr>`,
          'word/footnotes.xml': `<w:footnotes><w:footnote w:type="separator">${paragraph('line')}</w:footnote><w:footnote>${paragraph('note')}</w:footnote></w:footnotes>`,
        },
      },
    )
    expect(blockTexts(facts)).toEqual(['head', 'body', 'note', 'foot'])
    expect(facts.pages[0]?.words.at(-1)?.rect[1]).toBeGreaterThan(0.945)
  })

  it('shows the signs of tick boxes', async () => {
    const box = (checked: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${checked}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const facts = await read(
      paragraph(box('<w:checked/>'), run(' Teams')) +
        paragraph(box('<w:default w:val="0"/>'), run(' Exchange')) +
        paragraph('<w:r><w:sym w:font="Wingdings" w:char="FE"/></w:r>', run(' Planner')),
    )
    expect(blockTexts(facts)).toEqual(['☒ Teams', '☐ Exchange', '\uF0FE Planner'])
  })

  it('reads the text of boxes once, however often it is stored', async () => {
    const box = `<w:txbxContent>${paragraph('in the box')}</w:txbxContent>`
    const facts = await read(
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    )
    expect(blockTexts(facts)).toEqual(['in the box'])
    expect(flagKinds(facts)).toEqual([])
  })
})

const HIDING: readonly (readonly [string, string])[] = [
  ['a switch', '<w:vanish/>'],
  ['white letters', '<w:color w:val="FFFFFF"/>'],
  ['nearly white letters', '<w:color w:val="F4F4F4"/>'],
  ['letters of one point', '<w:sz w:val="2"/>'],
  ['letters squeezed to nothing', '<w:w w:val="1"/>'],
  ['the colour of their shading', '<w:color w:val="000080"/><w:shd w:fill="000080"/>'],
  ['a style', '<w:rStyle w:val="Unseen"/>'],
]

describe('what a Word file hides', () => {
  it.for(HIDING)('hides and flags text under %s', async ([, properties]) => {
    const facts = await read(paragraph(run('seen '), run('Microsoft Teams', properties)), {
      styles: '<w:style w:styleId="Unseen" w:type="character"><w:rPr><w:vanish/></w:rPr></w:style>',
    })
    expect(blockTexts(facts)).toEqual(['seen'])
    expect(hiddenText(facts)).toBe('Microsoft Teams')
    expect(flagKinds(facts)).toEqual(['docx_hidden_text'])
  })

  it('sees white letters on a dark cell', async () => {
    const cell = `<w:tcPr><w:shd w:fill="1F3864"/></w:tcPr>${paragraph(run('Scope', '<w:color w:val="FFFFFF"/>'))}`
    const facts = await read(table([cell]))
    expect(blockTexts(facts)).toEqual(['Scope'])
    expect(flagKinds(facts)).toEqual([])
  })

  it('shows what was inserted, hides what was deleted, and says so', async () => {
    const facts = await read(
      paragraph(
        run('We deploy '),
        `<w:ins>${run('Teams')}</w:ins>`,
        '<w:del><w:r><w:delText>Exchange</w:delText></w:r></w:del>',
      ),
    )
    expect(blockTexts(facts)).toEqual(['We deploy Teams'])
    expect(hiddenText(facts)).toBe('Exchange')
    expect(flagKinds(facts)).toEqual(['tracked_changes'])
  })

  it('keeps rows out of the lines that were struck out as a whole, and tables with them', async () => {
    const facts = await read(
      `<w:tbl><w:tr><w:tc>${paragraph('kept')}</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph('row')}</w:tc></w:tr></w:tbl><w:del>${table([paragraph('table')])}</w:del>`,
    )
    expect(blockTexts(facts)).toEqual(['kept'])
    expect(hiddenText(facts)).toBe('row table')
  })

  it('hides what a box, a line or a theme takes from the eye, and leaves what stands beside it', async () => {
    const facts = await read(
      `<w:p><w:pPr><w:spacing w:line="1" w:lineRule="exact"/></w:pPr>${run('low')}</w:p>` +
        paragraph(run('seen '), run('white', '<w:color w:val="000000" w:themeColor="background1"/>')),
    )
    expect(blockTexts(facts)).toEqual(['seen'])
    expect(hiddenText(facts)).toBe('low white')
    expect(flagKinds(facts)).toEqual(['docx_hidden_text'])
  })
})

const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

describe('what a Word file pretends', () => {
  it.for([
    ['a field that says another thing', paragraph(field(' QUOTE "unsigned draft" ', 'Accepted'))],
    [
      'a branch that other programs show',
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice>${run('one').slice(5, -6)}</mc:Choice><mc:Fallback>${run('two').slice(5, -6)}</mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    ],
  ] as const)('flags %s', async ([, body]) => {
    expect(flagKinds(await read(body))).toEqual(['docx_field_mismatch'])
  })

  it('flags a link whose words are another address', async () => {
    const facts = await read(
      paragraph(`<w:hyperlink r:id="rL">${run('www.ottermill.example')}</w:hyperlink>`),
      {
        links: [{ id: 'rL', kind: 'hyperlink', target: 'https://larkfield.example/', external: true }],
      },
    )
    expect(flagKinds(facts)).toEqual(['docx_field_mismatch'])
  })

  it('flags a control that is bound to other data', async () => {
    const facts = await read(
      paragraph(
        `<w:sdt><w:sdtPr><w:dataBinding w:xpath="/ns0:root[1]/ns0:customer[1]"/></w:sdtPr><w:sdtContent>${run('Ottermill')}</w:sdtContent></w:sdt>`,
      ),
      { parts: { 'customXml/item1.xml': '<root><customer>Somebody else</customer></root>' } },
    )
    expect(flagKinds(facts)).toEqual(['docx_field_mismatch'])
  })

  it.for([
    ['a template from elsewhere', { kind: 'attachedTemplate', target: 'https://evil.example/t.dotm' }],
    ['a picture from elsewhere', { kind: 'image', target: 'https://evil.example/p.png' }],
    ['an object from elsewhere', { kind: 'oleObject', target: 'file://server/x.doc' }],
  ] as const)('flags %s', async ([, link]) => {
    const facts = await read(paragraph('text'), { links: [{ id: 'rX', ...link, external: true }] })
    expect(flagKinds(facts)).toEqual(['external_parts'])
  })

  it('flags macros, DDE, other formats in it and embedded files', async () => {
    const facts = await read(paragraph(field(' DDEAUTO c:\\\\cmd.exe ', 'x')), {
      links: [{ id: 'rA', kind: 'aFChunk', target: 'chunk.html' }],
      parts: {
        'word/vbaProject.bin': 'x',
        'word/chunk.html': '<p>other</p>',
        'word/embeddings/sheet.xlsx': 'x',
      },
    })
    expect(flagKinds(facts).toSorted()).toEqual([
      'embedded_files',
      'external_parts',
      'external_parts',
      'external_parts',
    ])
  })

  it('says that a signature over the package is there, and no more', async () => {
    const facts = await read(paragraph('text'), { parts: { '_xmlsignatures/sig1.xml': '<Signature/>' } })
    expect(facts.signatures).toMatchObject([{ intact: null, changedAfterSigning: null, page: null }])
  })

  it('flags nothing on an honest paper with links, styles and numbers', async () => {
    const facts = await read(
      paragraph(field(' PAGE ', '1')) +
        paragraph(
          field(' HYPERLINK "mailto:karin.vogt@ottermill.example" ', 'karin.vogt@ottermill.example'),
        ) +
        paragraph(`<w:hyperlink r:id="rL">${run('our page')}</w:hyperlink>`),
      {
        links: [{ id: 'rL', kind: 'hyperlink', target: 'https://larkfield.example/', external: true }],
        parts: { 'word/_rels/footnotes.xml.rels': linksXml([]) },
      },
    )
    expect(flagKinds(facts)).toEqual([])
  })
})
