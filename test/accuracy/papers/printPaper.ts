import type { Page } from '@playwright/test'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { aSigner, type Signer } from '../../builders/poe/forgeries/certificates.ts'
import { signPdf } from '../../builders/poe/forgeries/signedPdf.ts'
import { chanceOf } from '../../builders/chance.ts'
import { docxPaper, mailPaper } from './officePapers.ts'
import { htmlOf } from './paperHtml.ts'
import type { Plan, Side } from './plan.ts'
import { placeOf, trace } from './signs.ts'
import { mailOf } from './wording.ts'

type Box = readonly [number, number, number, number]

/** The paper as a file. */
export async function fileOf(plan: Plan, page: Page): Promise<Uint8Array> {
  if (plan.form === 'docx') return docxPaper(plan)
  if (plan.form === 'mail') return mailPaper(plan)
  const html = htmlOf(plan)
  if (plan.form === 'html') return Buffer.from(html)
  await page.setContent(html)
  return withSigns(await page.pdf({ preferCSSPageSize: true }), plan)
}

/** Puts into the printed paper what a browser can't print: ink as an annotation, and certificates. */
async function withSigns(printed: Uint8Array, plan: Plan): Promise<Uint8Array> {
  const sides = [plan.customer, plan.partner].filter(({ sign }) => sign === 'ink' || sign === 'certificate')
  if (sides.length === 0) return printed
  const document = await PDFDocument.load(printed, { updateMetadata: false })
  const places = sides.flatMap((side) => takePlace(document, side))
  for (const { side, box, page } of places) if (side.sign === 'ink') addInk(document, page, box, plan.number)
  const saved = await document.save({ useObjectStreams: false })
  const certified = places.find(({ side }) => side.sign === 'certificate')
  return certified === undefined ? saved : signed(saved, certified.side, certified.box, plan)
}

/** Where the side's link stands; the link is taken away. */
function takePlace(document: PDFDocument, side: Side): { side: Side; page: number; box: Box }[] {
  return document.getPages().flatMap((page, number) => {
    const annotations = page.node.Annots()
    if (annotations === undefined) return []
    const at = annotations
      .asArray()
      .findIndex((_, i) => uriOf(annotations.lookup(i, PDFDict)) === placeOf(side.who))
    if (at < 0) return []
    const rect = annotations.lookup(at, PDFDict).lookup(PDFName.of('Rect'), PDFArray)
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rect
      .asArray()
      .map((one) => (one instanceof PDFNumber ? one.asNumber() : 0))
    annotations.remove(at)
    return [{ side, page: number, box: [x0, y0, x1, y1] as const }]
  })
}

const uriOf = (link: PDFDict): string | undefined =>
  link.lookupMaybe(PDFName.of('A'), PDFDict)?.lookupMaybe(PDFName.of('URI'), PDFString)?.asString()

function addInk(document: PDFDocument, number: number, [x0, y0, x1, y1]: Box, seed: number): void {
  const [w, h] = [x1 - x0, y1 - y0]
  const points = trace(chanceOf(seed)).map(([x, y]) => [(x / 130) * w, h - (y / 46) * h] as const)
  const path = points.map(([x, y], i) => `${x.toFixed(1)} ${y.toFixed(1)} ${i === 0 ? 'm' : 'l'}`).join(' ')
  const look = document.context.stream(`0.1 0.15 0.5 RG 1.4 w ${path} S`, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, w, h],
  })
  const ink = document.context.obj({
    Type: 'Annot',
    Subtype: 'Ink',
    F: 4,
    Rect: [x0, y0, x1, y1],
    C: [0.1, 0.15, 0.5],
    InkList: [points.flatMap(([x, y]) => [x0 + x, y0 + y])],
    AP: { N: document.context.register(look) },
  })
  document.getPages()[number]?.node.addAnnot(document.context.register(ink))
}

let authority: Signer | null = null

function signed(bytes: Uint8Array, side: Side, box: Box, plan: Plan): Uint8Array {
  const validity = { key: 'p256', from: '2022-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' } as const
  authority ??= aSigner({ name: 'Made Papers Root', organisation: 'Made Papers', ...validity })
  const signer = aSigner({
    name: side.person,
    organisation: side.house.name,
    email: mailOf(side.person, side.house),
    issuer: authority,
    ...validity,
  })
  const day = side.day ?? plan.issuedOn ?? plan.submittedOn
  return signPdf(bytes, { signer, box, signingTime: `${day}T09:30:00Z` })
}
