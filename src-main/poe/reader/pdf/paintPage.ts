import { type FontFace, freshState, type GraphicsState, PLAIN_BLEND } from './graphicsState.ts'
import type { Glyph, PageMarks, Picture, Shape } from './marks.ts'
import {
  apply,
  type Box,
  boxOfPoints,
  EVERYWHERE,
  IDENTITY,
  intersect,
  type Matrix,
  multiply,
  transformBox,
} from './matrix.ts'
import { paintPath, pathPoints } from './paintPath.ts'
import { type ParsedGlyph, paintText } from './paintText.ts'
import { SoftMask } from './softMask.ts'

export interface PageProgram {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

export interface PaintSources {
  /** pdf.js's table of operations: name → number. */
  readonly ops: Readonly<Record<string, number>>
  readonly font: (name: string) => FontFace
  readonly isLayerVisible: (properties: unknown) => boolean
  /** Nothing outside it shows. */
  readonly pageBox: Box
}

// The arguments come from pdf.js as untyped lists; each operation knows its own. A wrong shape paints nothing or NaN
// places, which the caller drops; nothing here trusts a count.
type Args = readonly unknown[]
const numberAt = (args: Args, i: number): number => {
  const value = args[i]
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}
const isNumbers = (value: unknown): value is ArrayLike<number> =>
  Array.isArray(value) || ArrayBuffer.isView(value)
function matrixOf(value: unknown): Matrix | null {
  if (!isNumbers(value) || value.length < 6) return null
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(value)
  return [a, b, c, d, e, f]
}
function boxOf(value: unknown): Box | null {
  if (!isNumbers(value) || value.length < 4) return null
  const [a = 0, b = 0, c = 0, d = 0] = Array.from(value)
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

const PAINTS: Readonly<Record<string, { filled: boolean; stroked: boolean }>> = {
  stroke: { filled: false, stroked: true },
  closeStroke: { filled: false, stroked: true },
  fill: { filled: true, stroked: false },
  eoFill: { filled: true, stroked: false },
  fillStroke: { filled: true, stroked: true },
  eoFillStroke: { filled: true, stroked: true },
  closeFillStroke: { filled: true, stroked: true },
  closeEOFillStroke: { filled: true, stroked: true },
}

const UNIT: Box = [0, 0, 1, 1]

/**
 * Runs a page's drawing operations and keeps what they paint, in order, with places in PDF space. Follows pdf.js's own
 * canvas, so that what is found here is what the viewer shows.
 */
export class PagePainter {
  readonly #sources: PaintSources
  readonly #names: ReadonlyMap<number, string>
  readonly #glyphs: Glyph[] = []
  readonly #shapes: Shape[] = []
  readonly #pictures: Picture[] = []
  #state: GraphicsState
  #stack: GraphicsState[] = []
  #layers: boolean[] = []
  readonly #contents: { from: number; to: number }[] = []
  /** Open stretches of marked content; null for layers. */
  #open: ({ to: number } | null)[] = []
  #maskDepth = 0
  /** The soft mask that was painted last. */
  #mask = new SoftMask(null)
  #annotationId: string | null = null
  #order = 0
  #clipNext = false

  constructor(sources: PaintSources) {
    this.#sources = sources
    this.#names = new Map(Object.entries(sources.ops).map(([name, code]) => [code, name]))
    this.#state = freshState(undefined, sources.pageBox)
  }

  run(program: PageProgram): PageMarks {
    program.fnArray.forEach((code, i) => {
      const args = program.argsArray[i]
      this.#order += 1
      this.#step(this.#names.get(code) ?? '', Array.isArray(args) ? args : [])
    })
    return { glyphs: this.#glyphs, shapes: this.#shapes, pictures: this.#pictures, contents: this.#contents }
  }

  get #layerHidden(): boolean {
    return this.#layers.includes(false)
  }

  #step(name: string, args: Args): void {
    if (this.#structure(name, args) || this.#textState(name, args)) return
    if (this.#colour(name, args)) return
    if (this.#maskDepth > 0) this.#paintMask(name, args)
    else if (name === 'showText' || name === 'showSpacedText') this.#showText(args)
    else if (name === 'constructPath') this.#path(args)
    else if (name.startsWith('paint')) this.#picture(name, args)
  }

  #structure(name: string, args: Args): boolean {
    if (name === 'save') this.#save()
    else if (name === 'restore') this.#restore()
    else if (name === 'transform') this.#transform(matrixOf(args))
    else if (name === 'paintFormXObjectBegin') {
      this.#save()
      this.#transform(matrixOf(args[0]))
      this.#clipTo(boxOf(args[1]))
    } else if (name === 'paintFormXObjectEnd') this.#restore()
    else if (name === 'beginGroup') {
      this.#save()
      this.#openGroup(args[0])
    } else if (name === 'endGroup') {
      this.#restore()
      if (this.#maskDepth > 0) this.#maskDepth -= 1
    } else if (name === 'beginAnnotation') this.#beginAnnotation(args)
    else if (name === 'endAnnotation') {
      this.#restore()
      this.#annotationId = null
    } else if (name === 'beginMarkedContent') this.#openContent(true, false)
    else if (name === 'beginMarkedContentProps') {
      const isLayer = args[0] === 'OC'
      this.#openContent(!isLayer || this.#sources.isLayerVisible(args[1]), isLayer)
    } else if (name === 'endMarkedContent') this.#closeContent()
    else if (name === 'clip' || name === 'eoClip') this.#clipNext = true
    else return false
    return true
  }

  /** A group paints inside its frame only; the frame's matrix is applied to the group's content when that begins. */
  #openGroup(group: unknown): void {
    const frame = boxOf(field(group, 'bbox'))
    if (frame) this.#clipTo(transformBox(matrixOf(field(group, 'matrix')) ?? IDENTITY, frame))
    const smask = field(group, 'smask')
    if (this.#maskDepth === 0 && smask) this.#mask = new SoftMask(smask)
    if (this.#maskDepth > 0 || smask) this.#maskDepth += 1
  }

  /** What a mask consists of is not on the page. */
  #paintMask(name: string, args: Args): void {
    if (name === 'constructPath') this.#path(args)
    else if (/^(?:show|paint|shading)/u.test(name)) this.#mask.lighten(this.#state.clip)
  }

  #openContent(isVisible: boolean, isLayer: boolean): void {
    this.#layers.push(isVisible)
    const counts = !isLayer && this.#annotationId === null
    const span = counts ? { from: this.#glyphs.length, to: this.#glyphs.length } : null
    if (span) this.#contents.push(span)
    this.#open.push(span)
  }

  #closeContent(): void {
    this.#layers.pop()
    const span = this.#open.pop()
    if (span) span.to = this.#glyphs.length
  }

  #textState(name: string, args: Args): boolean {
    const state = this.#state
    if (name === 'beginText') this.#setTextMatrix([1, 0, 0, 1, 0, 0])
    else if (name === 'setTextMatrix') this.#setTextMatrix(matrixOf(args[0]) ?? [1, 0, 0, 1, 0, 0])
    else if (name === 'moveText') this.#moveText(numberAt(args, 0), numberAt(args, 1))
    else if (name === 'setLeadingMoveText') {
      state.leading = numberAt(args, 1)
      this.#moveText(numberAt(args, 0), numberAt(args, 1))
    } else if (name === 'nextLine') this.#moveText(0, state.leading)
    else if (name === 'setFont') this.#setFont(String(args[0]), numberAt(args, 1))
    else if (name === 'setCharSpacing') state.charSpacing = numberAt(args, 0)
    else if (name === 'setWordSpacing') state.wordSpacing = numberAt(args, 0)
    else if (name === 'setHScale') state.hScale = numberAt(args, 0) / 100
    else if (name === 'setLeading') state.leading = -numberAt(args, 0)
    else if (name === 'setTextRise') state.rise = numberAt(args, 0)
    else if (name === 'setTextRenderingMode') state.renderMode = numberAt(args, 0)
    else return false
    return true
  }

  #colour(name: string, args: Args): boolean {
    const state = this.#state
    if (name === 'setFillRGBColor') state.fillColour = String(args[0])
    else if (name === 'setStrokeRGBColor') state.strokeColour = String(args[0])
    else if (name === 'setFillColorN') state.fillColour = 'pattern'
    else if (name === 'setStrokeColorN') state.strokeColour = 'pattern'
    else if (name === 'setFillTransparent') state.fillColour = 'transparent'
    else if (name === 'setStrokeTransparent') state.strokeColour = 'transparent'
    else if (name === 'setLineWidth') state.lineWidth = numberAt(args, 0)
    else if (name === 'setGState') this.#setGState(args[0])
    else return false
    return true
  }

  #setGState(entries: unknown): void {
    if (!Array.isArray(entries)) return
    for (const entry of entries) {
      if (!Array.isArray(entry)) continue
      const [key, value] = entry
      if (key === 'ca') this.#state.fillAlpha = Number(value)
      else if (key === 'CA') this.#state.strokeAlpha = Number(value)
      else if (key === 'LW') this.#state.lineWidth = Number(value)
      else if (key === 'SMask') {
        this.#state.softMasked = Boolean(value)
        this.#state.lit = value ? this.#mask.lit : EVERYWHERE
      } else if (key === 'BM') {
        this.#state.blendMode = value === 'Normal' ? PLAIN_BLEND : String(value)
        this.#state.blends = this.#state.blendMode !== PLAIN_BLEND
      } else if (key === 'Font' && Array.isArray(value)) this.#setFont(String(value[0]), Number(value[1]))
    }
  }

  #save(): void {
    this.#stack.push({ ...this.#state })
  }

  #restore(): void {
    const last = this.#stack.pop()
    if (last) this.#state = last
  }

  #transform(m: Matrix | null): void {
    if (m) this.#state.ctm = multiply(this.#state.ctm, m)
  }

  #clipTo(box: Box | null): void {
    if (box) this.#state.clip = intersect(this.#state.clip, transformBox(this.#state.ctm, box))
  }

  #beginAnnotation(args: Args): void {
    this.#stack = []
    this.#layers = []
    this.#state = freshState(undefined, this.#sources.pageBox)
    this.#save()
    const rect = boxOf(args[1])
    if (rect) this.#clipTo(rect)
    this.#transform(matrixOf(args[2]))
    this.#transform(matrixOf(args[3]))
    this.#annotationId = String(args[0])
  }

  #setTextMatrix(m: Matrix): void {
    Object.assign(this.#state, { textMatrix: m, x: 0, y: 0, lineX: 0, lineY: 0 })
  }

  #moveText(x: number, y: number): void {
    const state = this.#state
    state.lineX += x
    state.lineY += y
    state.x = state.lineX
    state.y = state.lineY
  }

  #setFont(name: string, size: number): void {
    this.#state.font = this.#sources.font(name)
    this.#state.fontSize = Math.abs(size)
    this.#state.fontDirection = size < 0 ? -1 : 1
  }

  #showText(args: Args): void {
    const items = args[0]
    if (!Array.isArray(items)) return
    const known = items.filter(
      (item): item is ParsedGlyph | number =>
        typeof item === 'number' || typeof field(item, 'unicode') === 'string',
    )
    const backdrop = {
      order: this.#order,
      hiddenLayer: this.#layerHidden,
      annotationId: this.#annotationId,
    }
    for (const glyph of paintText(this.#state, known, backdrop)) {
      if (Number.isFinite(glyph.from[0] + glyph.from[1] + glyph.to[0] + glyph.to[1])) this.#glyphs.push(glyph)
    }
  }

  #path(args: Args): void {
    const first = Array.isArray(args[1]) ? args[1][0] : null
    const data = isNumbers(first) ? first : null
    if (this.#clipNext) {
      this.#clipNext = false
      const paint = this.#paintOf(args[0])
      if (data && paint) this.#addShape(data, paint)
      if (data)
        this.#state.clip = intersect(this.#state.clip, boxOfPoints(pathPoints(this.#state, data).points))
      return
    }
    const paint = this.#paintOf(args[0])
    if (data && paint) this.#addShape(data, paint)
  }

  #paintOf(code: unknown): { filled: boolean; stroked: boolean } | null {
    return (typeof code === 'number' && PAINTS[this.#names.get(code) ?? '']) || null
  }

  #addShape(data: ArrayLike<number>, paint: { filled: boolean; stroked: boolean }): void {
    if (this.#layerHidden) return
    const place = { order: this.#order, annotationId: this.#annotationId }
    const shape = paintPath(this.#state, data, paint, place)
    if (shape && this.#maskDepth > 0) this.#mask.paint(shape)
    else if (shape) this.#shapes.push(shape)
  }

  #picture(name: string, args: Args): void {
    if (this.#layerHidden) return
    const isMask = name.includes('Mask')
    const first = args[0]
    if (name === 'paintImageMaskXObjectGroup' && Array.isArray(first)) {
      for (const part of first) this.#addPicture(matrixOf(field(part, 'transform')), part, true, null)
    } else if (name.endsWith('Repeat')) {
      this.#addRepeated(name, args, isMask)
    } else if (name === 'paintInlineImageXObjectGroup' && Array.isArray(args[1])) {
      for (const part of args[1]) this.#addPicture(matrixOf(field(part, 'transform')), first, isMask, null)
    } else if (typeof first === 'string') {
      const size = { width: numberAt(args, 1), height: numberAt(args, 2) }
      this.#addPicture(null, size, isMask, first)
    } else {
      this.#addPicture(null, first, isMask, null)
    }
  }

  #addRepeated(name: string, args: Args, isMask: boolean): void {
    const masked = name === 'paintImageMaskXObjectRepeat'
    const positions = args[masked ? 5 : 3]
    if (!isNumbers(positions)) return
    const scaleX = numberAt(args, 1)
    const scaleY = numberAt(args, masked ? 4 : 2)
    const [skewX, skewY] = masked ? [numberAt(args, 2), numberAt(args, 3)] : [0, 0]
    for (let i = 0; i + 1 < positions.length; i += 2) {
      const at: Matrix = [scaleX, skewX, skewY, scaleY, positions[i] ?? 0, positions[i + 1] ?? 0]
      this.#addPicture(at, args[0], isMask, typeof args[0] === 'string' ? args[0] : null)
    }
  }

  #addPicture(at: Matrix | null, size: unknown, isMask: boolean, objectId: string | null): void {
    const m = at ? multiply(this.#state.ctm, at) : this.#state.ctm
    const box = transformBox(m, UNIT)
    if (!box.every(Number.isFinite)) return
    const px = (name: string): number => Math.max(0, Math.trunc(Number(field(size, name)) || 0))
    this.#pictures.push({
      box,
      quad: [apply(m, 0, 0), apply(m, 1, 0), apply(m, 1, 1), apply(m, 0, 1)],
      widthPx: px('width'),
      heightPx: px('height'),
      objectId,
      inline: objectId === null ? size : null,
      isMask,
      blends: this.#state.blends || this.#state.softMasked,
      alpha: this.#state.fillAlpha,
      order: this.#order,
      clip: this.#state.clip,
      annotationId: this.#annotationId,
    })
  }
}
