import { type DocxOptions, paragraph, run, table } from '../officeFiles.ts'
import type { Forgery } from './forgery.ts'
import { wordPaper } from './wordPaper.ts'

const WORDS = 'Larkfield also deployed SharePoint Online.'

const THEME = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="Mills"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2></a:clrScheme></a:themeElements></a:theme>`
const themed = (more: string, settings = ''): Uint8Array =>
  wordPaper(more, {
    links: [
      { id: 'rT', kind: 'theme', target: 'theme/theme1.xml' },
      { id: 'rS', kind: 'settings', target: 'settings.xml' },
    ],
    parts: {
      'word/theme/theme1.xml': THEME,
      'word/settings.xml': `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${settings}</w:settings>`,
    },
  })

const looking = (properties: string) => (): Uint8Array => themed(paragraph(run(WORDS, properties)))
/** A paragraph with properties of its own. */
const laid =
  (properties: string, options: DocxOptions = {}) =>
  (): Uint8Array =>
    wordPaper(`<w:p><w:pPr>${properties}</w:pPr>${run(WORDS)}</w:p>`, options)
const inRow =
  (rowProperties: string, tableProperties = '') =>
  (): Uint8Array =>
    wordPaper(
      `<w:tbl><w:tblPr>${tableProperties}</w:tblPr><w:tblGrid><w:gridCol w:w="4700"/></w:tblGrid><w:tr><w:trPr>${rowProperties}</w:trPr><w:tc>${paragraph(WORDS)}</w:tc></w:tr></w:tbl>`,
    )
const inCell = (fill: string, properties: string) => (): Uint8Array =>
  themed(table([`<w:tcPr><w:shd ${fill}/></w:tcPr>${paragraph(run(WORDS, properties))}`]))
/** A text box as Word wrote them before 2010. */
const oldBox =
  (style: string, attributes = '', content = paragraph(WORDS)) =>
  (): Uint8Array =>
    wordPaper(
      paragraph(
        `<w:r><w:pict><v:shape type="#_x0000_t202" style="${style}" ${attributes}><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      ),
    )
const newBox =
  (position: string, size = 'cx="2540000" cy="254000"', properties = '', content = paragraph(WORDS)) =>
  (): Uint8Array =>
    themed(
      paragraph(
        `<w:r><w:drawing><wp:anchor>${position}<wp:extent ${size}/><wp:docPr id="7" name="Box" ${properties}/><a:graphic><a:graphicData><wps:wsp>${content.startsWith('<wps') ? content : `<wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx>`}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`,
      ),
    )
const filled = (fill: string, colour: string): string =>
  `<wps:spPr>${fill}</wps:spPr><wps:txbx><w:txbxContent>${paragraph(run(WORDS, colour))}</w:txbxContent></wps:txbx>`
const across = (from: string, points: number): string =>
  `<wp:positionH relativeFrom="${from}"><wp:posOffset>${points * 12_700}</wp:posOffset></wp:positionH>`
const textFill = (fill: string): string => `<w14:textFill>${fill}</w14:textFill>`
const clear = (alpha: number): string =>
  textFill(
    `<w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="${alpha}"/></w14:srgbClr></w14:solidFill>`,
  )

const FLAT_STYLE =
  '<w:style w:styleId="Flat" w:type="paragraph"><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:style><w:style w:styleId="Flatter" w:type="paragraph"><w:basedOn w:val="Flat"/></w:style>'
const QUIET_TABLE =
  '<w:style w:styleId="QuietTable" w:type="table"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Plain" w:type="table"><w:rPr><w:sz w:val="18"/></w:rPr></w:style>'
const inStyledTable = (style: string) => (): Uint8Array =>
  wordPaper(
    `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/></w:tblPr><w:tr><w:tc>${paragraph(WORDS)}</w:tc></w:tr></w:tbl>`,
    { styles: QUIET_TABLE },
  )

const PLACED: Forgery = {
  kind: 'docx_hidden_text',
  hostile: {
    'an old box beside the page': oldBox('position:absolute;margin-left:-4000pt;width:200pt;height:20pt'),
    'an old box below every page': oldBox('position:absolute;margin-top:90in;width:200pt;height:20pt'),
    'an old box that is switched off': oldBox('width:200pt;height:20pt;visibility:hidden'),
    'an old box without height': oldBox('width:200pt;height:0'),
    'white words in an old box': oldBox(
      'width:200pt;height:20pt',
      'filled="f"',
      paragraph(run(WORDS, '<w:color w:val="FFFFFF"/>')),
    ),
    'a box far from its letter': newBox(across('character', -4000)),
    'a box at a share of the page': newBox(
      '<wp:positionH relativeFrom="page"><wp14:pctPosHOffset>-900000</wp14:pctPosHOffset></wp:positionH>',
    ),
    'a box that is switched off': newBox(across('page', 100), undefined, 'hidden="1"'),
    'a box without width': newBox(across('page', 100), 'cx="0" cy="254000"'),
    'the theme’s colour on itself in a box': newBox(
      across('page', 100),
      undefined,
      '',
      filled('<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>', '<w:color w:val="4472C4"/>'),
    ),
    'lines one twip high': laid('<w:spacing w:line="1" w:lineRule="exact"/>'),
    'lines lower than half of their letters': laid('<w:spacing w:line="80" w:lineRule="exact"/>'),
    'a style of low lines': laid('<w:pStyle w:val="Flatter"/>', { styles: FLAT_STYLE }),
    'an indent far to the left': laid('<w:ind w:left="-20000"/>'),
    'an indent beyond the right edge': laid('<w:ind w:start="31000"/>'),
    'a first line far to the left': laid('<w:ind w:left="0" w:firstLine="-20000"/>'),
    'a hanging line far to the left': laid('<w:ind w:left="0" w:hanging="20000"/>'),
    'a frame beside the page': laid('<w:framePr w:w="2000" w:hAnchor="page" w:x="-20000" w:y="1"/>'),
    'a row one twip high': inRow('<w:trHeight w:val="1" w:hRule="exact"/>'),
    'a row that is switched off': inRow('<w:hidden/>'),
    'a table beside the page': inRow('', '<w:tblpPr w:tblpX="-20000" w:tblpY="1"/>'),
    'a table indented off the page': inRow('', '<w:tblInd w:w="-20000" w:type="dxa"/>'),
    'a table whose style hides': inStyledTable('QuietTable'),
  },
  clean: {
    'an old box on the page': oldBox('position:absolute;margin-left:40pt;width:200pt;height:20pt'),
    'white words in an old dark box': oldBox(
      'width:200pt;height:20pt',
      'fillcolor="#1f3864 [3204]"',
      paragraph(run(WORDS, '<w:color w:val="FFFFFF"/>')),
    ),
    'a box near its letter': newBox(across('character', -40)),
    'a box in the right margin': newBox(across('rightMargin', -400)),
    'white on the theme’s colour in a box': newBox(
      across('page', 100),
      undefined,
      '',
      filled('<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>', '<w:color w:val="FFFFFF"/>'),
    ),
    'lines of exactly twelve points': laid('<w:spacing w:line="240" w:lineRule="exact"/>'),
    'lines of at least one twip': laid('<w:spacing w:line="1" w:lineRule="atLeast"/>'),
    'an empty low line': () =>
      wordPaper('<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'),
    'a hanging indent': laid('<w:ind w:left="720" w:hanging="360"/>'),
    'a frame on the page': laid('<w:framePr w:w="2000" w:hAnchor="page" w:x="1200" w:y="1"/>'),
    'a row of a set height': inRow('<w:trHeight w:val="400" w:hRule="exact"/>'),
    'a low row that grows': inRow('<w:trHeight w:val="1"/>'),
    'a table half in the margin': inRow('', '<w:tblInd w:w="-720" w:type="dxa"/>'),
    'a table of small letters': inStyledTable('Plain'),
  },
}

const INKED: Forgery = {
  kind: 'docx_hidden_text',
  hostile: {
    'the theme’s white': looking('<w:color w:val="000000" w:themeColor="background1"/>'),
    'the theme’s white, a little shaded': looking('<w:color w:themeColor="background1" w:themeShade="F2"/>'),
    'the theme’s black, made light': looking('<w:color w:themeColor="text1" w:themeTint="05"/>'),
    'the theme’s colour in a cell of it': inCell(
      'w:val="clear" w:fill="FFFFFF" w:themeFill="accent1"',
      '<w:color w:val="000000" w:themeColor="accent1"/>',
    ),
    'colours that the settings exchange': () =>
      themed(
        paragraph(run(WORDS, '<w:color w:themeColor="text1"/>')),
        '<w:clrSchemeMapping w:t1="light1" w:bg1="dark1"/>',
      ),
    'ink that lets all through': looking(clear(100_000)),
    'ink that lets almost all through': looking(clear(93_000)),
    'white put over black ink': looking(
      `<w:color w:val="000000"/>${textFill('<w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill>')}`,
    ),
    'ink that runs from white to white': looking(
      textFill(
        '<w14:gradFill><w14:gsLst><w14:gs w14:pos="0"><w14:srgbClr w14:val="FFFFFF"/></w14:gs><w14:gs w14:pos="100000"><w14:srgbClr w14:val="FCFCFC"/></w14:gs></w14:gsLst></w14:gradFill>',
      ),
    ),
    'a cell filled by its pattern': inCell(
      'w:val="solid" w:color="1F3864" w:fill="FFFFFF"',
      '<w:color w:val="1F3864"/>',
    ),
    'black words under a black marker': looking('<w:highlight w:val="black"/>'),
    'the colour of a marker': looking('<w:color w:val="800080"/><w:highlight w:val="darkMagenta"/>'),
    'letters on one another': looking('<w:spacing w:val="-200"/>'),
    'words fitted into nothing': looking('<w:fitText w:val="10" w:id="1"/>'),
    'white on a ground that Word does not show': () =>
      wordPaper(paragraph(run(WORDS, '<w:color w:val="FFFFFF"/>')), { background: '000000' }),
  },
  clean: {
    'the theme’s black': looking('<w:color w:val="FFFFFF" w:themeColor="text1"/>'),
    'the theme’s grey': looking('<w:color w:themeColor="background1" w:themeShade="80"/>'),
    'white in a cell of the theme’s colour': inCell(
      'w:val="clear" w:fill="FFFFFF" w:themeFill="accent1"',
      '<w:color w:themeColor="background1"/>',
    ),
    'ink that lets a little through': looking(clear(15_000)),
    'ink that runs through colours': looking(
      textFill(
        '<w14:gradFill><w14:gsLst><w14:gs w14:pos="0"><w14:srgbClr w14:val="1F3864"/></w14:gs><w14:gs w14:pos="100000"><w14:srgbClr w14:val="FFFFFF"/></w14:gs></w14:gsLst></w14:gradFill>',
      ),
    ),
    'letters drawn by their edge': looking(
      `<w14:textOutline w14:w="9525"><w14:solidFill><w14:srgbClr w14:val="1F3864"/></w14:solidFill></w14:textOutline>${textFill('<w14:noFill/>')}`,
    ),
    'words under a yellow marker': looking('<w:highlight w:val="yellow"/>'),
    'letters a little closer': looking('<w:spacing w:val="-10"/>'),
    'a lightly patterned cell': inCell('w:val="pct10" w:color="auto" w:fill="FFFFFF"', ''),
  },
}

const BY = 'w:author="Owen Blake" w:date="2026-04-12T10:00:00Z"'
const changedRow =
  (mark: string, cell = '') =>
  (): Uint8Array =>
    wordPaper(
      `<w:tbl><w:tr><w:tc>${paragraph('Product')}</w:tc></w:tr><w:tr><w:trPr>${mark}</w:trPr><w:tc>${cell}${paragraph(WORDS)}</w:tc></w:tr></w:tbl>`,
    )
const around =
  (mark: string, content = paragraph(WORDS)) =>
  (): Uint8Array =>
    wordPaper(`<w:${mark} w:id="1" ${BY}>${content}</w:${mark}>`)
const markChange =
  (mark: string, words = WORDS) =>
  (): Uint8Array =>
    wordPaper(
      `<w:p><w:pPr><w:rPr><w:${mark} w:id="1" ${BY}/></w:rPr></w:pPr>${words ? run(words) : ''}</w:p>${paragraph('The rest.')}`,
    )

const TRACKED: Forgery = {
  kind: 'tracked_changes',
  hostile: {
    'a row that was put in': changedRow(`<w:ins w:id="1" ${BY}/>`),
    'a row that was struck out': changedRow(`<w:del w:id="1" ${BY}/>`),
    'a cell that was put in': changedRow('', `<w:tcPr><w:cellIns w:id="1" ${BY}/></w:tcPr>`),
    'a cell that was struck out': changedRow('', `<w:tcPr><w:cellDel w:id="1" ${BY}/></w:tcPr>`),
    'paragraphs that were put in': around('ins'),
    'paragraphs that were struck out': around('del'),
    'paragraphs that were moved away': around('moveFrom'),
    'paragraphs that were moved here': around('moveTo'),
    'a table that was struck out': around('del', table([paragraph(WORDS)])),
    'rows within a struck out mark': () =>
      wordPaper(
        `<w:tbl><w:tr><w:tc>${paragraph('Product')}</w:tc></w:tr><w:del w:id="1" ${BY}><w:tr><w:tc>${paragraph(WORDS)}</w:tc></w:tr></w:del></w:tbl>`,
      ),
    'an end of paragraph that was put in': markChange('ins'),
    'an end of paragraph that was struck out': markChange('del'),
    'an end of paragraph that was moved': markChange('moveTo'),
    'words that were unseen before': () =>
      wordPaper(
        paragraph(run(WORDS, `<w:rPrChange w:id="1" ${BY}><w:rPr><w:vanish/></w:rPr></w:rPrChange>`)),
      ),
    'struck words outside of their mark': () =>
      wordPaper(paragraph(run('Larkfield did '), '<w:r><w:delText>not </w:delText></w:r>', run('finish.'))),
  },
  clean: {
    'an empty paragraph that was put in': markChange('ins', ''),
    'a row whose look was changed': changedRow(`<w:trPrChange w:id="1" ${BY}><w:trPr/></w:trPrChange>`),
    'a paragraph whose look was changed': () =>
      wordPaper(
        `<w:p><w:pPr><w:jc w:val="both"/><w:pPrChange w:id="1" ${BY}><w:pPr/></w:pPrChange></w:pPr>${run(WORDS)}</w:p>`,
      ),
    'letters that were plain before': () =>
      wordPaper(
        paragraph(run(WORDS, `<w:i/><w:rPrChange w:id="1" ${BY}><w:rPr><w:b/></w:rPr></w:rPrChange>`)),
      ),
  },
}

/** Tricks of Word files with where words stand, with what ink, and with what was changed. */
export const HIDDEN_WORD_FORGERIES: readonly Forgery[] = [PLACED, INKED, TRACKED]
