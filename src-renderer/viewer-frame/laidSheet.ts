import type { LaidBox, LaidPage, LaidWord } from '../../src-preload/contract/vocabulary/laidShape.ts'
import { type PagePlane, picturePlane } from './geometry.ts'
import { inlayElement } from './laidInlays.ts'
import { drawingOf, fontOf, type LaidDrawings, paintLaidPage, PART_AT, stretchOf } from './laidPaint.ts'
import type { FrameStrings } from './messages.ts'
import { searchable } from './textSearch.ts'
import { fillIn, NO_STRINGS } from './frameStrings.ts'

/** The picture of a page from which its margin is read off, or which is printed, is at most so high. */
const HIGHEST_CANVAS_PX = 8000
const INK_PX_A_POINT = 0.75

const ruler = new OffscreenCanvas(1, 1).getContext('2d')

/** One page of text that was laid out: words as text nodes at their places, and nothing of the file's own markup. */
export class LaidSheet {
  readonly page: LaidPage
  readonly element = document.createElement('div')
  readonly #sheet = document.createElement('div')
  #words: readonly Text[] = []
  readonly #encoded: readonly string[]
  #painted: ImageBitmap | null = null
  #drawings: LaidDrawings = new Map()
  #strings: FrameStrings = NO_STRINGS
  #isBuilt = false
  #ink: { readonly rotation: number; readonly canvas: HTMLCanvasElement } | undefined

  /** @param drawings of the whole document: PNG in base64. Those of this page are decoded with it. */
  constructor(page: LaidPage, drawings: readonly string[]) {
    this.page = page
    this.#encoded = drawings
    this.element.className = 'laid-page'
    this.element.setAttribute('role', 'region')
    this.#sheet.className = 'laid-sheet'
    this.#sheet.style.width = `${page.width}px`
    this.#sheet.style.height = `${page.height}px`
    this.element.append(this.#sheet)
  }

  get isBuilt(): boolean {
    return this.#isBuilt
  }

  /** Text nodes in reading order; empty until the page was built. */
  get words(): readonly Text[] {
    return this.#words
  }

  /** Puts the words there. Pages far from the window have none: a workbook has thousands. */
  async build(strings: FrameStrings): Promise<void> {
    if (this.#isBuilt) return
    const { page } = this
    const painted = page.painted === null ? null : await bitmapOf(page.painted)
    const drawings = await this.#decode()
    if (this.#isBuilt) return closeAll([painted, ...drawings.values()])
    this.#isBuilt = true
    this.#painted = painted
    this.#drawings = drawings
    this.#strings = strings
    const words: Text[] = []
    const parts = [
      ...page.rules.map((box) => boxAt(box, 'laid-rule')),
      ...page.tickBoxes.map(({ box, marked }) => boxAt(box, marked ? 'laid-tick marked' : 'laid-tick')),
      ...page.pictures.map(({ box, widthPx, heightPx }) =>
        pictureAt(box, widthPx, heightPx, strings.picture),
      ),
      ...page.inlays.map((inlay) => inlayElement(inlay, drawingOf(inlay, drawings), strings.inlay)),
      ...(page.part === null ? [] : [partName(strings[page.part])]),
      ...page.blocks.map((lines) => blockOf(lines, words)),
    ]
    if (this.#painted) parts.unshift(this.#canvasOf(this.#painted))
    this.#sheet.replaceChildren(...parts)
    this.#words = words
  }

  /** Pixels of the displayed page. @param pxPerPoint pixels a point. */
  plane(rotation: number, pxPerPoint: number): PagePlane {
    return picturePlane(this.page, rotation, pxPerPoint)
  }

  lay(rotation: number, pxPerPoint: number): void {
    const { width, height } = this.plane(rotation, pxPerPoint)
    this.element.style.width = `${width}px`
    this.element.style.height = `${height}px`
    const [dx, dy] = { 0: [0, 0], 90: [width, 0], 180: [width, height], 270: [0, height] }[rotation] ?? [0, 0]
    this.#sheet.style.transform = `translate(${dx}px, ${dy}px) rotate(${rotation}deg) scale(${pxPerPoint})`
  }

  /** A picture of the page as it is turned, for the search of its margin. */
  ink(rotation: number): HTMLCanvasElement {
    if (this.#ink?.rotation !== rotation)
      this.#ink = { rotation, canvas: this.paint(rotation, INK_PX_A_POINT) }
    return this.#ink.canvas
  }

  paint(rotation: number, pxPerPoint: number): HTMLCanvasElement {
    const scale = Math.min(pxPerPoint, HIGHEST_CANVAS_PX / Math.max(this.page.width, this.page.height))
    const { width, height } = this.plane(rotation, scale)
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(width))
    canvas.height = Math.max(1, Math.round(height))
    const context = canvas.getContext('2d')
    if (!context) return canvas
    context.translate(width / 2, height / 2)
    context.rotate((rotation * Math.PI) / 180)
    context.scale(scale, scale)
    context.translate(-this.page.width / 2, -this.page.height / 2)
    paintLaidPage(context, this.page, this.#painted, this.#drawings, this.#strings)
    return canvas
  }

  close(): void {
    closeAll([this.#painted, ...this.#drawings.values()])
    this.#painted = null
    this.#drawings = new Map()
    this.element.remove()
  }

  /** Those that this page shows, by their place in the document. */
  async #decode(): Promise<LaidDrawings> {
    const wanted = new Set(this.page.inlays.flatMap((one) => (one.kind === 'picture' ? [one.drawing] : [])))
    const bitmaps = [...wanted].map(async (at) => {
      const encoded = this.#encoded[at]
      return [at, encoded === undefined ? null : await bitmapOf(encoded)] as const
    })
    return new Map(await Promise.all(bitmaps))
  }

  #canvasOf(picture: ImageBitmap): HTMLElement {
    const canvas = document.createElement('canvas')
    canvas.className = 'laid-painted'
    canvas.width = picture.width
    canvas.height = picture.height
    canvas.getContext('2d')?.drawImage(picture, 0, 0)
    return canvas
  }
}

function blockOf(lines: readonly (readonly LaidWord[])[], words: Text[]): HTMLElement {
  const block = document.createElement('p')
  for (const line of lines) {
    for (const word of line) {
      const text = document.createTextNode(searchable(word.text))
      words.push(text)
      const span = document.createElement('span')
      span.append(text)
      layWord(span, word)
      block.append(span, ' ')
    }
  }
  return block
}

function layWord(span: HTMLElement, word: LaidWord): void {
  const font = fontOf(word)
  if (ruler) ruler.font = font
  const natural = ruler?.measureText(span.textContent).width ?? 0
  const [left, , , bottom] = word.box
  if (word.differs) span.className = 'laid-differs'
  span.style.font = font
  span.style.lineHeight = '1'
  span.style.left = `${left}px`
  span.style.top = `${bottom - word.size}px`
  span.style.transform = `scaleX(${stretchOf(natural, word.box)})`
}

function boxAt([left, top, right, bottom]: LaidBox, className: string): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  element.style.left = `${left}px`
  element.style.top = `${top}px`
  element.style.width = `${Math.max(0.7, right - left)}px`
  element.style.height = `${Math.max(0.7, bottom - top)}px`
  return element
}

function pictureAt(box: LaidBox, widthPx: number, heightPx: number, text: string): HTMLElement {
  const element = boxAt(box, 'laid-picture')
  element.textContent = fillIn(text, { width: widthPx, height: heightPx })
  return element
}

function partName(text: string): HTMLElement {
  const element = document.createElement('div')
  element.className = 'laid-part'
  element.textContent = text
  element.style.left = `${PART_AT.left}px`
  element.style.top = `${PART_AT.top}px`
  return element
}

function closeAll(bitmaps: readonly (ImageBitmap | null)[]): void {
  for (const bitmap of bitmaps) bitmap?.close()
}

async function bitmapOf(base64: string): Promise<ImageBitmap | null> {
  try {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    return await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  } catch {
    // The page stays blank: what else was read of it is still there.
    return null
  }
}
