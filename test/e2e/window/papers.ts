import { PDFDocument, type PDFFont, rgb, StandardFonts } from '@cantoo/pdf-lib'
import { type PlacedText, quadOf } from '../viewer/pdfs.ts'
import { CASE_PAGES, type CasePaper, CASE_PAPERS } from './casePapers.ts'

const INK = rgb(0.14, 0.14, 0.14)
const LEFT = 64
const LEADING = 22

/** What the pages of a claim show, with every line's place; `earlier` is what was handed in before. */
export interface Papers {
  readonly sow: readonly PlacedText[]
  readonly earlier: readonly PlacedText[]
  /** Of the parties of a case. */
  readonly parties: Readonly<Record<CasePaper, readonly PlacedText[]>>
}

/** Served as papers.json and as /documents/…; see windowSite.ts. */
export interface MadePapers {
  readonly places: Papers
  readonly sow: Uint8Array
  readonly earlier: Uint8Array
  readonly parties: Readonly<Record<CasePaper, Uint8Array>>
}

export async function makePapers(): Promise<MadePapers> {
  const sow = await paperOf(PAGES)
  const earlier = await paperOf(PAGES.slice(0, 3).map((page) => page.flatMap(earlierLine)))
  const made = await Promise.all(
    CASE_PAPERS.map(async (name) => [name, await paperOf(CASE_PAGES[name])] as const),
  )
  const ofParties = <Value>(of: (paper: (typeof made)[number][1]) => Value) =>
    // Made of all of their names.
    Object.fromEntries(made.map(([name, paper]) => [name, of(paper)])) as Record<CasePaper, Value>
  return {
    places: {
      sow: sow.lines,
      earlier: earlier.lines,
      parties: ofParties(({ lines }) => lines),
    },
    sow: sow.bytes,
    earlier: earlier.bytes,
    parties: ofParties(({ bytes }) => bytes),
  }
}

async function paperOf(pages: readonly (readonly string[])[]) {
  const pdf = await PDFDocument.create()
  const plain = await pdf.embedFont(StandardFonts.Helvetica)
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold)
  const lines: PlacedText[] = []
  for (const [at, texts] of pages.entries()) {
    const page = pdf.addPage([595, 842])
    texts.forEach((text, row) => {
      const isHead = /^(\d+ |Statement of work|Change order|Letter)/.test(text)
      const [font, size] = [isHead ? bold : plain, row === 0 && at === 0 ? 18 : 11] as const
      const y = 770 - row * LEADING
      page.drawText(text, { x: LEFT, y, size, font, color: INK })
      lines.push({ text, page: at + 1, quad: placed(font, text, size, y) })
    })
  }
  return { bytes: await pdf.save(), lines }
}

const placed = (font: PDFFont, text: string, size: number, y: number) =>
  quadOf(LEFT, y - 2.5, font.widthOfTextAtSize(text, size), size + 1.5)

const TRAVEL = 'Travel between offices may be charged as it arises.'
/** What the earlier version said instead; nothing where it had no such line. */
function earlierLine(line: string): readonly string[] {
  if (line.startsWith('Number of seats')) return ['Number of seats: 410']
  if (line.startsWith('Microsoft Teams Phone is')) return []
  if (line.startsWith('The partner reports')) return [line, TRAVEL]
  return [line]
}

const PAGES: readonly (readonly string[])[] = [
  [
    'Statement of work',
    'Customer: Harrow Point Logistics, Inc., 4 Quay Street, Tacoma',
    'Partner: Tidewater Cloud Partners LLC, PartnerID 4471902',
    'Contract number NA-2026-118, in force from 2 February 2026',
    '',
    '1 Purpose',
    'The partner brings the telephony of the customer into the cloud and stays with it',
    'until every office uses it.',
    '',
    '2 Products',
    'Microsoft Teams Phone is the product of this statement of work.',
    'Number of seats: 460',
    '',
    '3 Out of scope',
    'Headsets and the wiring of the meeting rooms are bought elsewhere.',
  ],
  [
    '4 Services of the partner',
    'Number porting from two carriers, with a week of parallel use',
    'Rollout in four waves: Tacoma, Leeds, Hull, Trento',
    'Training of the front desks, two days in each office',
    '',
    '5 Reports',
    'The partner reports the active users of each office every month.',
  ],
  [
    '6 Acceptance',
    'The customer has seen the work and accepts it.',
    '',
    'For the customer: Denise Kowalczyk, VP, IT Infrastructure',
    'Date: 14 April 2026',
  ],
]
