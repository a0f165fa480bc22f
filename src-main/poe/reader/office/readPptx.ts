import { hiddenFlags } from '../flow/flowFlags.ts'
import { FlowPage } from '../flow/flowPage.ts'
import {
  type FlowBlock,
  type FlowInline,
  type FlowTable,
  paragraphOf,
  PLAIN,
  type TextLook,
} from '../flow/flowParts.ts'
import { NOTHING_MORE, type ReaderPiece, type ReadLimits } from '../pieces.ts'
import { drawingPicture } from './docxPictures.ts'
import { type OfficePackage, readingPackage, type Relationship } from './officePackage.ts'
import { childOf, childrenOf, descendantsOf, elementsOf, textOf, type XmlElement } from './xml.ts'

/** Reads a presentation, one page a slide, its shapes where they stand. Notes are not on the slide. */
export function readPptx(bytes: Uint8Array, limits: ReadLimits): AsyncGenerator<ReaderPiece> {
  return readingPackage(bytes, (file) => read(file, limits))
}

function* read(file: OfficePackage, limits: ReadLimits): Generator<ReaderPiece> {
  const main = file.mainPart()
  const root = file.part(main)
  const links = new Map(file.relationshipsOf(main).map((one) => [one.id, one]))
  const slides = childrenOf(childOf(root, 'sldIdLst'), 'sldId').flatMap(({ attributes }) => {
    // Two attributes are called "id" when prefixes are gone; the link's goes first.
    const link = links.get(attributes['id'] ?? '')
    return link && !link.isExternal ? [link.target] : []
  })
  const width = Number(childOf(root, 'sldSz')?.attributes['cx'] ?? 9_144_000)
  yield { piece: 'opened', pageCount: slides.length }
  for (const [i, name] of slides.slice(0, limits.pages).entries()) yield slidePiece(file, name, i + 1, width)
  yield {
    ...NOTHING_MORE,
    flags: file.flags(),
    metadata: file.metadata(),
    reason: slides.length > limits.pages ? 'too_many_pages' : null,
  }
}

interface Shape {
  readonly element: XmlElement
  readonly x: number
  readonly y: number
  readonly width: number
}

const WIDTH = 595

function slidePiece(file: OfficePackage, name: string, number: number, slideWidth: number): ReaderPiece {
  const root = file.part(name)
  const isHidden = /^(?:0|false)$/u.test(root?.attributes['show'] ?? '')
  const links = new Map(file.relationshipsOf(name).map((one) => [one.id, one]))
  const page = new FlowPage('sheet', 'sheet')
  const scale = WIDTH / slideWidth
  const shapes = shapesOf(childOf(childOf(root, 'cSld'), 'spTree'), scale)
  let bottom = 40
  for (const shape of shapes.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    // Shapes without a place of their own follow each other.
    const y = shape.width > 0 ? shape.y : bottom
    const column = shape.width > 0 ? { from: shape.x, to: shape.x + shape.width } : { from: 40, to: 555 }
    bottom = Math.max(bottom, page.putAt(blocksOf(shape.element, isHidden, links, file), y, column))
  }
  page.skip(Math.max(0, bottom - page.y))
  const facts = page.finish(number)
  return { piece: 'page', read: { page: facts, fields: [], annotations: [] }, flags: hiddenFlags(facts) }
}

function shapesOf(tree: XmlElement | null, scale: number): Shape[] {
  return elementsOf(tree).flatMap((element): Shape[] => {
    if (element.name === 'grpSp') return shapesOf(element, scale)
    if (!['sp', 'graphicFrame', 'pic'].includes(element.name)) return []
    const place = childOf(childOf(element, 'spPr'), 'xfrm') ?? childOf(element, 'xfrm')
    const [offset, extent] = [childOf(place, 'off')?.attributes, childOf(place, 'ext')?.attributes]
    const points = (value: string | undefined): number => (Number(value ?? 0) || 0) * scale
    const x = Math.min(WIDTH - 40, Math.max(0, points(offset?.['x'])))
    return [
      {
        element,
        x,
        y: Math.min(4000, Math.max(0, points(offset?.['y']))),
        width: extent ? Math.min(WIDTH - x, Math.max(40, points(extent['cx']))) : 0,
      },
    ]
  })
}

function blocksOf(
  shape: XmlElement,
  isHidden: boolean,
  links: ReadonlyMap<string, Relationship>,
  file: OfficePackage,
): FlowBlock[] {
  const table = descendantsOf(shape, 'tbl')[0]
  if (table) return [tableOf(table, isHidden)]
  const picture = shape.name === 'pic' ? drawingPicture(withExtent(shape), links, file) : null
  if (picture) return [paragraphOf([picture])]
  const isTitle = /title/iu.test(descendantsOf(shape, 'ph')[0]?.attributes['type'] ?? '')
  return childrenOf(childOf(shape, 'txBody'), 'p').map((paragraph) =>
    paragraphOf(inlinesOf(paragraph, isHidden, isTitle)),
  )
}

/** A picture on a slide says its size where shapes do. */
function withExtent(shape: XmlElement): XmlElement {
  const extent = descendantsOf(shape, 'ext').find(({ attributes }) => attributes['cx'] !== undefined)
  return extent ? { ...shape, children: [...shape.children, { ...extent, name: 'extent' }] } : shape
}

function inlinesOf(paragraph: XmlElement, isHidden: boolean, isTitle: boolean): FlowInline[] {
  return elementsOf(paragraph).flatMap((element): FlowInline[] => {
    if (element.name === 'br') return [{ kind: 'break' }]
    if (element.name !== 'r' && element.name !== 'fld') return []
    const props = childOf(element, 'rPr')?.attributes
    const points = Number(props?.['sz'] ?? 0) / 100
    const look: TextLook = {
      ...PLAIN,
      // Type on slides is twice as large as on paper.
      size: isTitle ? 16 : points > 0 ? Math.min(24, Math.max(3, points / 1.8)) : 10,
      bold: isTitle || /^(?:1|true)$/u.test(props?.['b'] ?? ''),
      hidden: isHidden || (points > 0 && points < 4) ? 'docx_hidden_text' : null,
    }
    return [{ kind: 'text', text: textOf(childOf(element, 't')), look }]
  })
}

function tableOf(table: XmlElement, isHidden: boolean): FlowTable {
  const columns = childrenOf(childOf(table, 'tblGrid'), 'gridCol').map(({ attributes }) =>
    Number(attributes['w'] ?? 1),
  )
  const rows = childrenOf(table, 'tr').map((row) =>
    childrenOf(row, 'tc').map((cell) => ({
      span: Math.max(1, Math.min(40, Number(cell.attributes['gridSpan'] ?? 1) || 1)),
      blocks: childrenOf(childOf(cell, 'txBody'), 'p').map((one) =>
        paragraphOf(inlinesOf(one, isHidden, false)),
      ),
    })),
  )
  return { kind: 'table', columns, rows }
}
