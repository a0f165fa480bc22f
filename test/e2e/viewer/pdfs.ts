import {
  degrees,
  type PDFDocument as Document,
  PDFDocument,
  type PDFPage,
  PDFName,
  PDFString,
  rgb,
  StandardFonts,
} from '@cantoo/pdf-lib'

const RED = rgb(1, 0, 0)
const INK = rgb(0.14, 0.14, 0.14)

/** The four corners, anticlockwise from the lower left. */
export function quadOf(x: number, y: number, width: number, height: number): number[] {
  return [x, y, x + width, y, x + width, y + height, x, y + height]
}

/** A word under which lies a red field that is exactly its quad, so that the picture itself says where it is. */
const FIELDS = [
  { x: 92, y: 710, width: 120, height: 18 },
  { x: 310, y: 120, width: 44, height: 90 },
] as const

/** Four pages, turned by 0, 90, 180 and 270 degrees in the file, each cropped on all sides. */
export async function turnedAndCropped(): Promise<{ bytes: Uint8Array; quads: readonly number[][] }> {
  const pdf = await PDFDocument.create()
  for (const turn of [0, 90, 180, 270]) {
    const page = pdf.addPage([595, 842])
    page.setCropBox(50, 70, 480, 700)
    page.setRotation(degrees(turn))
    for (const field of FIELDS) page.drawRectangle({ ...field, color: RED })
  }
  return { bytes: await pdf.save(), quads: FIELDS.map((f) => quadOf(f.x, f.y, f.width, f.height)) }
}

export interface PlacedText {
  readonly text: string
  readonly page: number
  readonly quad: number[]
}

/** Lines of text with the quad of each; the second page begins its text at the very edge of the paper. */
export async function statementOfWork(): Promise<{ bytes: Uint8Array; lines: readonly PlacedText[] }> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold)
  const lines: PlacedText[] = []
  const pages: readonly (readonly [left: number, texts: readonly string[]])[] = [
    [72, SOW_FIRST_PAGE],
    [4, SOW_SECOND_PAGE],
    [72, ['Allegato A', 'Rapporto di adozione, quattro pagine.']],
  ]
  for (const [i, [left, texts]] of pages.entries()) {
    const page = pdf.addPage([595, 842])
    texts.forEach((text, row) => {
      const heading = /^\d+ |^Descrizione/.test(text)
      const face = heading ? bold : font
      const y = 760 - row * 24
      page.drawText(text, { x: left, y, size: 11, font: face, color: INK })
      lines.push({ text, page: i + 1, quad: quadOf(left, y - 2.5, face.widthOfTextAtSize(text, 11), 12.5) })
    })
  }
  return { bytes: await pdf.save(), lines }
}

const SOW_FIRST_PAGE = [
  'Descrizione dei lavori',
  'Cliente: Ceramiche Valdorcia S.p.A., Via della Fornace 12, Siena',
  'Partner: Nuvola Alpina S.r.l., Bolzano, PartnerID 4417702',
  'Licenze: Microsoft 365 E3 (412 utenti)',
  '1 Oggetto',
  'Il Partner accompagna il Cliente nell’adozione degli strumenti di collaborazione.',
  '2 Attività',
  'Configurazione dei criteri e migrazione di 38 gruppi di lavoro',
  '3 Prodotti in ambito',
  'Microsoft Teams',
  '4 Fuori ambito',
  'La gestione dei dispositivi mobili è esclusa e sarà oggetto di un’offerta separata.',
]
const SOW_SECOND_PAGE = ['8 Accettazione', 'Elena Marchetti, Direttrice Sistemi Informativi', 'Data 11/12/25']

/** Seven hits for “perche” when accents do not matter, five for “perché” when they do; six of the seven are whole words. */
export async function accents(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const pages = [
    ['Non so perché. Ecco perché!', 'perche si scrive perché'],
    ['PERCHÉ no', 'Perche, o perchése'],
  ]
  for (const texts of pages) {
    const page = pdf.addPage([595, 842])
    texts.forEach((text, row) => page.drawText(text, { x: 72, y: 700 - row * 30, size: 14, font }))
  }
  return pdf.save()
}

export async function encrypted(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.addPage([300, 300])
  pdf.encrypt({ userPassword: 'not known to the reviewer', ownerPassword: 'nor this' })
  return pdf.save()
}

/** A header, and then nothing that a reader could make a page of. */
export function corrupt(): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.7\n${'x9 0 obj << broken '.repeat(40)}`)
}

/** Every way in which a PDF may want to act by itself or at a click, all on one page and aimed at `target`. */
export async function wantsToAct(target: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([400, 400])
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  page.drawText('Click here', { x: 60, y: 300, size: 24, font })
  const script = {
    Type: 'Action',
    S: 'JavaScript',
    JS: PDFString.of(`app.launchURL('${target}/js'); this.submitForm('${target}/js2')`),
  }
  const actions: readonly object[] = [
    { S: 'URI', URI: PDFString.of(`${target}/uri`) },
    script,
    { S: 'Launch', F: PDFString.of(`${target}/launch`) },
    { S: 'GoToR', F: PDFString.of(`${target}/remote.pdf`), D: [0, 'Fit'] },
    { S: 'SubmitForm', F: PDFString.of(`${target}/submit`) },
    { S: 'ImportData', F: PDFString.of(`${target}/import`) },
    { S: 'Named', N: 'Print' },
  ]
  actions.forEach((action, i) => addLink(pdf, page, [50, 290 - i * 30, 350, 318 - i * 30], action))
  pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj(literal(script)))
  pdf.catalog.set(PDFName.of('AA'), pdf.context.obj({ WC: literal(script), WS: literal(script) }))
  page.node.set(
    PDFName.of('AA'),
    pdf.context.obj({ O: literal({ S: 'URI', URI: PDFString.of(`${target}/open`) }) }),
  )
  return pdf.save()
}

function addLink(pdf: Document, page: PDFPage, rect: number[], action: object): void {
  page.node.addAnnot(
    pdf.context.register(
      pdf.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: rect, Border: [0, 0, 1], A: literal(action) }),
    ),
  )
}

// pdf-lib's Literal is an index signature; the objects above are made of nothing but literals and PDF strings.
function literal(value: object): Record<string, never> {
  return value as Record<string, never>
}
