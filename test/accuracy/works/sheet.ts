import { docxOf, paragraph, run, table } from '../../builders/poe/officeFiles.ts'
import { factsOf, type PlainPage } from '../../builders/poe/factsOf.ts'
import { aMail } from '../../builders/poe/mails.ts'
import { readHere } from '../../builders/poe/readers.ts'
import { drawnBytes } from '../../builders/poe/drawnPdf.ts'
import type { DocumentFacts } from '../../../src-main/poe/facts/documentFacts.ts'

/** What stands on a made paper, from top to bottom. */
export type Piece =
  | { readonly kind: 'title' | 'head' | 'line' | 'bullet' | 'unseen'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'ticks'; readonly ticks: readonly (readonly [text: string, ticked: boolean])[] }
  | { readonly kind: 'signing'; readonly names: readonly [customer: string, partner: string] }

export const MEDIA = ['facts', 'pdf', 'docx', 'mail'] as const
export type Medium = (typeof MEDIA)[number]

export interface Sender {
  readonly from: string
  readonly to: string
}

export function factsOfSheet(
  pieces: readonly Piece[],
  medium: Medium,
  sender: Sender,
): Promise<DocumentFacts> {
  if (medium === 'docx') return readHere(docxOf(pieces.map(wordOf).join('')))
  if (medium === 'mail') return readHere(aMail({ ...sender, text: textOf(pieces) }))
  const page = pageOf(pieces)
  return medium === 'facts' ? Promise.resolve(factsOf([page])) : drawn(page)
}

/** With boxes that are drawn, as printed forms have them. */
async function drawn({ lines = [], pen = [] }: PlainPage): Promise<DocumentFacts> {
  const bytes = await drawnBytes([
    (artist) => {
      for (const [text, x, y, size = 10] of lines) {
        const tick = TICK.exec(text)
        if (tick) artist.tickBox(x, y, tick[1] === TICKED)
        artist.text(tick ? text.slice(tick[0].length) : text, tick ? x + 18 : x, y, { size })
      }
      for (const [x, y, width, height] of pen) artist.pen(x, y + height, width, height)
    },
  ])
  return readHere(bytes)
}

/** As somebody would read it aloud; what stands in a row is parted by bars. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces
    .flatMap((piece): readonly string[] => {
      if (piece.kind === 'rows') return piece.rows.map((cells) => cells.join(' | '))
      if (piece.kind === 'ticks') return piece.ticks.map(tickLine)
      if (piece.kind === 'signing') return [piece.names.join(' / ')]
      if (piece.kind === 'unseen') return []
      return [piece.kind === 'bullet' ? `- ${piece.text}` : piece.text]
    })
    .join('\n')
}

const [TICKED, UNTICKED] = ['☒', '☐']
const TICK = /^([☒☐]) /u
const tickLine = ([text, ticked]: readonly [string, boolean]): string =>
  `${ticked ? TICKED : UNTICKED} ${text}`

const UNSEEN = '<w:vanish/>'

function wordOf(piece: Piece): string {
  if (piece.kind === 'rows') return table(...piece.rows.map((cells) => cells.map((cell) => paragraph(cell))))
  if (piece.kind === 'ticks') return piece.ticks.map((tick) => paragraph(tickLine(tick))).join('')
  if (piece.kind === 'signing') return table(piece.names.map((name) => paragraph(name)))
  if (piece.kind === 'unseen') return paragraph(run(piece.text, UNSEEN))
  return paragraph(piece.kind === 'bullet' ? `• ${piece.text}` : piece.text)
}

const LEFT = 56
const WIDTH = 88

/** Columns and gaps as offices set them; long lines wrap. */
function pageOf(pieces: readonly Piece[]): PlainPage {
  const lines: [string, number, number, number?][] = []
  const pen: [number, number, number, number][] = []
  let y = 60
  const put = (text: string, x: number, size = 10): void => {
    for (const part of wrapped(text, Math.floor((WIDTH * 10) / size) - Math.floor((x - LEFT) / 5))) {
      lines.push([part, x, y, size])
      y += size * 1.35
    }
  }
  for (const piece of pieces) {
    if (piece.kind === 'title') put(piece.text, LEFT, 15)
    else if (piece.kind === 'head') put(piece.text, LEFT, 12)
    else if (piece.kind === 'line') put(piece.text, LEFT)
    else if (piece.kind === 'bullet') put(`• ${piece.text}`, LEFT + 14)
    else if (piece.kind === 'ticks') for (const tick of piece.ticks) put(tickLine(tick), LEFT)
    else if (piece.kind === 'rows')
      for (const cells of piece.rows) {
        cells.forEach((cell, i) => lines.push([cell, COLUMNS[i] ?? LEFT, y]))
        y += 17
      }
    else if (piece.kind === 'signing') {
      y += 40
      pen.push([LEFT + 10, y - 34, 90, 24])
      lines.push([piece.names[0], LEFT, y], [piece.names[1], 320, y])
      y += 14
    }
    y += piece.kind === 'bullet' ? 2 : 10
  }
  return { lines, pen }
}

const COLUMNS = [LEFT, 86, 300, 525] as const

/** Japanese breaks anywhere and its letters are wide. */
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

function wrapped(text: string, most: number): string[] {
  if (JAPANESE.test(text)) return wrappedJapanese(text, Math.floor(most / 2))
  const parts: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > most) {
      parts.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...parts, line]
}

/** Names in Latin letters stay whole. */
function wrappedJapanese(text: string, most: number): string[] {
  const lines = ['']
  for (const part of text.match(/[a-z\d][\w@.-]*|./giu) ?? []) {
    const last = lines.at(-1) ?? ''
    if (last.length + part.length > most) lines.push(part.trimStart())
    else lines[lines.length - 1] = last + part
  }
  return lines
}
