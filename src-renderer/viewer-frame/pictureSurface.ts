import { PICTURE_LONG_SIDE_PT } from '../../src-preload/contract/vocabulary/laidShape.ts'
import { type PagePlane, picturePlane } from './geometry.ts'
import type { ZoomOrder } from './messages.ts'
import { type FindOrder, type Fit, fitOf, type Opening, ROOM_X_PX, ROOM_Y_PX } from './pageSurface.ts'
import type { PageSurface, ShownPage, SurfaceEvents } from './pageSurface.ts'
import { decodePicture } from './pictureSource.ts'
import { scaleAfter } from './zoomSteps.ts'

const LEAST_SCALE = 0.05

/** Shows one picture as a page of its own. */
export class PictureSurface implements PageSurface {
  readonly #scroller: HTMLElement
  readonly #host: HTMLElement
  readonly #events: SurfaceEvents
  #openings = 0
  #picture: ImageBitmap | undefined
  #canvas: HTMLCanvasElement | null = null
  #rotation = 0
  #scale = 1
  #fit: Fit | null = 'width'

  constructor(scroller: HTMLElement, host: HTMLElement, events: SurfaceEvents) {
    this.#scroller = scroller
    this.#host = host
    this.#events = events
  }

  async open(bytes: ArrayBuffer): Promise<Opening> {
    const mine = ++this.#openings
    const decoded = await decodePicture(bytes)
    if ('reason' in decoded) return decoded
    // Closed meanwhile: nobody waits for the answer any more.
    if (mine !== this.#openings) {
      decoded.picture.close()
      return { reason: 'internal' }
    }
    this.#picture = decoded.picture
    this.#canvas = this.#host.appendChild(document.createElement('canvas'))
    this.#host.hidden = false
    this.#draw()
    return { pages: 1 }
  }

  close(): void {
    this.#openings++
    this.#picture?.close()
    this.#picture = undefined
    this.#canvas = null
    this.#rotation = 0
    this.#fit = 'width'
    this.#host.replaceChildren()
    this.#host.hidden = true
  }

  pageAt(page: number): ShownPage | undefined {
    if (!this.#picture || page !== 1) return undefined
    return {
      element: this.#host,
      plane: this.#plane(this.#scale),
      rotation: this.#rotation,
      drawn: true,
      canvas: this.#canvas,
    }
  }

  prepare(): Promise<void> {
    return Promise.resolve()
  }

  goToPage(): void {
    this.#scroller.scrollTo({ top: 0 })
  }

  zoom(order: ZoomOrder): void {
    this.#fit = fitOf(order)
    this.#scale = scaleAfter(this.#scale, order)
    this.#place()
  }

  refit(): void {
    if (this.#fit) this.#place()
  }

  rotate(byDegrees: number): void {
    this.#rotation = (this.#rotation + byDegrees) % 360
    this.#place()
    this.#draw()
    this.#events.pageDrawn(1)
  }

  /** A picture holds no text that could be searched here. */
  find(order: FindOrder): void {
    if (order.query !== '') this.#events.findResult(0, 0, false)
  }

  findAgain(): void {}

  paint(_page: number, widthPx: number): Promise<HTMLCanvasElement | undefined> {
    const drawn = this.#canvas
    if (!drawn) return Promise.resolve(undefined)
    const canvas = document.createElement('canvas')
    canvas.width = Math.min(widthPx, drawn.width)
    canvas.height = Math.max(1, Math.round((drawn.height * canvas.width) / drawn.width))
    canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height)
    return Promise.resolve(canvas)
  }

  /** Pixels of the picture times `scale`; quads on it count in points of a page that is as long as a sheet of A4. */
  #plane(scale: number): PagePlane {
    const { width, height } = this.#picture ?? { width: 1, height: 1 }
    const points = PICTURE_LONG_SIDE_PT / Math.max(width, height)
    const page = { width: width * points, height: height * points }
    return picturePlane(page, this.#rotation, scale / points)
  }

  #place(): void {
    if (!this.#picture) return
    if (this.#fit) this.#scale = this.#fittedScale()
    const { width, height } = this.#plane(this.#scale)
    this.#host.style.width = `${width}px`
    this.#host.style.height = `${height}px`
    this.#events.layoutChanged()
    this.#events.zoomChanged(this.#scale, this.#fit)
  }

  #fittedScale(): number {
    const { width, height } = this.#plane(1)
    const byWidth = (this.#scroller.clientWidth - ROOM_X_PX) / width
    const byHeight = (this.#scroller.clientHeight - ROOM_Y_PX) / height
    return Math.max(LEAST_SCALE, this.#fit === 'page' ? Math.min(byWidth, byHeight) : byWidth)
  }

  /** The canvas itself is turned, so that the blank part of its margin can be read off as it is seen. */
  #draw(): void {
    const context = this.#canvas?.getContext('2d')
    if (!this.#picture || !this.#canvas || !context) return
    const { width, height } = this.#plane(1)
    this.#canvas.width = width
    this.#canvas.height = height
    context.translate(width / 2, height / 2)
    context.rotate((this.#rotation * Math.PI) / 180)
    context.drawImage(this.#picture, -this.#picture.width / 2, -this.#picture.height / 2)
  }
}
