import type { FlowPicture } from '../flow/flowParts.ts'
import type { OfficePackage, Relationship } from './officePackage.ts'
import { pictureSize } from './pictures.ts'
import { childOf, descendantsOf, textOf, type XmlElement } from './xml.ts'

/** Office's unit of length in a point. */
const EMU = 12_700
const MOST_PT = 2000

/** The picture that a drawing shows where it stands; null for shapes, charts and pictures that are only linked. */
export function drawingPicture(
  drawing: XmlElement,
  links: ReadonlyMap<string, Relationship>,
  file: OfficePackage,
): FlowPicture | null {
  const id =
    descendantsOf(drawing, 'blip')[0]?.attributes['embed'] ??
    descendantsOf(drawing, 'imagedata')[0]?.attributes['id']
  const target = id === undefined ? undefined : links.get(id)
  if (!target || target.isExternal || !file.zip.has(target.target)) return null
  const bytes = file.zip.read(target.target)
  const pixels = (bytes ? pictureSize(bytes) : null) ?? { width: 0, height: 0 }
  const size = extentOf(drawing) ??
    vmlSize(drawing) ?? { width: pixels.width * 0.75, height: pixels.height * 0.75 }
  if (size.width < 1 || size.height < 1) return null
  return {
    kind: 'picture',
    width: Math.min(MOST_PT, size.width),
    height: Math.min(MOST_PT, size.height),
    widthPx: pixels.width,
    heightPx: pixels.height,
    floats: floatOf(drawing),
  }
}

function extentOf(drawing: XmlElement): { width: number; height: number } | null {
  const extent = descendantsOf(drawing, 'extent')[0]?.attributes
  if (!extent) return null
  return { width: Number(extent['cx'] ?? 0) / EMU, height: Number(extent['cy'] ?? 0) / EMU }
}

/** Old drawings say their size as a style: "width:120pt;height:40pt". */
function vmlSize(drawing: XmlElement): { width: number; height: number } | null {
  const style = descendantsOf(drawing, 'shape')[0]?.attributes['style'] ?? ''
  const points = (name: string): number =>
    Number(new RegExp(`(?:^|;)\\s*${name}:\\s*([\\d.]+)pt`, 'u').exec(style)?.[1] ?? 0)
  const [width, height] = [points('width'), points('height')]
  return width > 0 && height > 0 ? { width, height } : null
}

function floatOf(drawing: XmlElement): FlowPicture['floats'] {
  const anchor = childOf(drawing, 'anchor')
  if (!anchor) return null
  const across = childOf(anchor, 'positionH')
  const down = childOf(anchor, 'positionV')
  const offset = (position: XmlElement | null): number =>
    Number(textOf(childOf(position, 'posOffset')) || 0) / EMU
  // Places that are told from the page's edge are not known here; the paragraph's own place is the nearest.
  const fromPage = /^(?:page|leftMargin)$/u.test(across?.attributes['relativeFrom'] ?? '')
  const x = offset(across) - (fromPage ? 57 : 0)
  const y =
    down?.attributes['relativeFrom'] === 'paragraph' || down?.attributes['relativeFrom'] === 'line'
      ? offset(down)
      : 0
  return { x: clamp(x, -40, 480), y: clamp(y, -200, 400) }
}

const clamp = (value: number, least: number, most: number): number =>
  Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : 0
