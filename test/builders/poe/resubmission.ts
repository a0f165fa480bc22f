import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { A4, drawnBytes } from './drawnPdf.ts'
import { docxOf, paragraph } from './officeFiles.ts'

/** A statement of work as it was first handed in, page by page and paragraph by paragraph. */
const FIRST: readonly (readonly string[])[] = [
  [
    'Statement of work 4417',
    'This statement of work is made between Kestrel & Rowe Consulting Ltd and Aldermere Building Society. It describes what the partner does at the customer, from when to when, and who accepts the work.',
    'The partner moves 2,300 mailboxes of the customer to Exchange Online, sets up calling in Microsoft Teams for 410 people and trains the service desk of the customer in four sessions.',
    'The partner may charge travel between its offices in Leeds and Hull as it arises. The work is led by Owen Pritchard of Kestrel & Rowe.',
    'The customer names one person who can decide on all questions of the work within two days. Meetings are held each Monday in the offices of the customer.',
  ],
  [
    'Period and acceptance',
    'The work begins on 12 January 2026 and ends on 27 March 2026. Each part is accepted in writing within ten days of its end.',
    'Changes of this statement of work are agreed in writing by both sides before any work on them is begun.',
    'For the customer: Fiona Garside, Head of Digital Workplace. Date of signature: 9 January 2025.',
    'For the partner: Owen Pritchard, Practice Lead. Date of signature: 8 January 2026.',
  ],
]

/** What is planted: a figure, a name, a sentence taken out, a paragraph put in, a date. In the order of the newer paper. */
export const PLANTED = [
  { kind: 'changed', page: 1, before: '410', after: '460' },
  { kind: 'removed', page: 1, before: /^The partner may charge travel .* as it arises\.$/u, after: null },
  { kind: 'changed', page: 1, before: 'Monday', after: 'Wednesday' },
  {
    kind: 'added',
    page: 2,
    before: null,
    after: /^Microsoft Teams Phone is among the products .* this statement of work\.$/u,
  },
  { kind: 'changed', page: 2, before: '2025.', after: '2026.' },
] as const

const EDITS: readonly (readonly [string, string])[] = [
  ['410', '460'],
  ['The partner may charge travel between its offices in Leeds and Hull as it arises. ', ''],
  ['Monday', 'Wednesday'],
  ['9 January 2025', '9 January 2026'],
]
const PUT_IN =
  'Microsoft Teams Phone is among the products that are set up and handed over under this statement of work.'

const edited = (text: string): string => EDITS.reduce((all, [from, to]) => all.replace(from, to), text)
const SECOND = FIRST.map((page, at) =>
  page.flatMap((text, i) => (at === 1 && i === 2 ? [PUT_IN, edited(text)] : [edited(text)])),
)

export const pagesOfVersion = (version: 'first' | 'second'): readonly (readonly string[])[] =>
  version === 'first' ? FIRST : SECOND

const CHARS_A_LINE = 84

/** Set anew each time: a word more moves all line ends behind it. */
function linesOf(text: string): string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= CHARS_A_LINE) return [...lines, word]
    return [...lines.slice(0, -1), `${last} ${word}`]
  }, [])
}

export const resubmittedPdf = (version: 'first' | 'second'): Promise<Uint8Array> =>
  drawnBytes(
    pagesOfVersion(version).map((paragraphs) => (page) => {
      let y = 90
      for (const [i, text] of paragraphs.entries()) {
        for (const line of linesOf(text)) {
          page.text(line, 70, y, { size: i === 0 ? 15 : 11, bold: i === 0 })
          y += i === 0 ? 22 : 16
        }
        y += 18
      }
    }),
  )

export const resubmittedDocx = (version: 'first' | 'second'): Uint8Array =>
  docxOf(
    pagesOfVersion(version)
      .flat()
      .map((text) => paragraph(text))
      .join(''),
  )

/** The same with so many pages behind it, all of one height: papers come back on other sheets. */
export async function withAnnexes(bytes: Uint8Array, count: number, height: number): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes)
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let i = 1; i <= count; i += 1) {
    const page = document.addPage([A4.width, height])
    page.drawText(`Annex ${i} of the statement of work`, { x: 70, y: height / 2, size: 12, font })
  }
  return document.save({ useObjectStreams: false })
}
