import { describe, expect, it } from 'vitest'
import { linksXml, packageOf, xlsxOf } from '../../../../builders/poe/officeFiles.ts'
import { blockTexts, factsOfBytes, flagKinds, hiddenText } from '../../../../builders/poe/pieces.ts'

const text = (cell: string, value: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`
const row = (...cells: readonly string[]): string => `<row>${cells.join('')}</row>`

describe('a workbook', () => {
  it('is one page a sheet, a row being read as one', async () => {
    const { facts } = await factsOfBytes(
      xlsxOf(
        [
          {
            name: 'Log',
            rows: row(text('A1', 'Customer'), text('C1', 'Ottermill')) + row(text('A2', 'trained users')),
          },
          { name: 'Sum', rows: row('<c r="A1" t="s"><v>1</v></c>', '<c r="B1" s="1"><v>46126</v></c>') },
        ],
        {
          'xl/sharedStrings.xml': '<sst><si><t>zero</t></si><si><r><t>on</t></r><r><t>e</t></r></si></sst>',
          'xl/styles.xml': '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>',
        },
      ),
    )
    expect(facts).toMatchObject({ type: 'xlsx', status: 'read', pageCount: 2 })
    expect(facts.pages.map(({ number, form }) => [number, form])).toEqual([
      [1, 'sheet'],
      [2, 'sheet'],
    ])
    expect(blockTexts(facts)).toEqual(['Log', 'Customer Ottermill', 'trained users', 'Sum', 'one 2026-04-14'])
  })

  it('hides what is hidden and flags it on its sheet', async () => {
    const { facts } = await factsOfBytes(
      xlsxOf([
        {
          name: 'A',
          cols: '<col min="2" max="2" hidden="1"/>',
          rows: `${row(text('A1', 'seen'), text('B1', 'column'))}<row hidden="1">${text('A2', 'row')}</row>`,
        },
        { name: 'B', state: 'veryHidden', rows: row(text('A1', 'sheet')) },
      ]),
    )
    expect(blockTexts(facts)).toEqual(['A', 'seen'])
    expect(hiddenText(facts)).toBe('column row B sheet')
    expect(facts.flags.map(({ kind, page }) => [kind, page])).toEqual([
      ['docx_hidden_text', 1],
      ['docx_hidden_text', 2],
    ])
  })
})

describe('a presentation', () => {
  it('is one page a slide, in the order of showing', async () => {
    const slide = (words: string, show = '1'): string =>
      `<sld show="${show}"><cSld><spTree><sp><spPr><xfrm><off x="914400" y="914400"/><ext cx="4572000" cy="914400"/></xfrm></spPr><txBody><p><r><t>${words}</t></r></p></txBody></sp></spTree></cSld></sld>`
    const { facts } = await factsOfBytes(
      packageOf({
        '_rels/.rels': linksXml([{ id: 'a', kind: 'officeDocument', target: 'ppt/presentation.xml' }]),
        'ppt/presentation.xml':
          '<presentation xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sldIdLst><sldId r:id="rB" id="256"/><sldId id="257" r:id="rA"/></sldIdLst></presentation>',
        'ppt/_rels/presentation.xml.rels': linksXml([
          { id: 'rA', kind: 'slide', target: 'slides/s1.xml' },
          { id: 'rB', kind: 'slide', target: 'slides/s2.xml' },
        ]),
        'ppt/slides/s1.xml': slide('hidden one', '0'),
        'ppt/slides/s2.xml': slide('shown first'),
      }),
    )
    expect(facts).toMatchObject({ type: 'pptx', pageCount: 2 })
    expect(blockTexts(facts)).toEqual(['shown first'])
    expect(hiddenText(facts)).toBe('hidden one')
    expect(flagKinds(facts)).toEqual(['docx_hidden_text'])
  })
})
