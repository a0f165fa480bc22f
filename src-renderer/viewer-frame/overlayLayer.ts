import type { PageSurface } from './pageSurface.ts'
import type { DiffPlace, PixelDiff, Pixels } from './pixelDiff.ts'

interface Found {
  /** Of the page's pixels that differ. */
  readonly share: number
  readonly places: number
}

/** Lays the difference between two pages over the newer one. It is found in a worker: the keyboard stays live meanwhile. */
export class OverlayLayer {
  readonly #host: HTMLElement
  readonly #surface: () => PageSurface | undefined
  #worker: Worker | undefined
  #laid: { readonly page: number; readonly box: HTMLElement } | undefined
  #orders = 0

  constructor(host: HTMLElement, surface: () => PageSurface | undefined) {
    this.#host = host
    this.#surface = surface
  }

  clear(): void {
    this.#orders += 1
    this.#laid?.box.remove()
    this.#laid = undefined
    // One that is still at an older page would hold up the next.
    this.#worker?.terminate()
    this.#worker = undefined
  }

  /** Takes the bitmap over. Undefined when the page cannot be drawn, or another order came meanwhile. */
  async show(page: number, older: ImageBitmap): Promise<Found | undefined> {
    this.clear()
    const mine = this.#orders
    const newer = await this.#surface()?.paint(page, older.width)
    if (!newer || mine !== this.#orders) return undefined
    const size = { width: Math.min(newer.width, older.width), height: 0 }
    const heightOf = ({ width, height }: { width: number; height: number }) =>
      Math.round((height * size.width) / width)
    const [oldHeight, newHeight] = [heightOf(older), heightOf(newer)]
    const height = Math.max(oldHeight, newHeight)
    const diff = await this.#find({
      older: pixelsOf(older, size.width, oldHeight, height),
      newer: pixelsOf(newer, size.width, newHeight, height),
    })
    older.close()
    if (mine !== this.#orders) return undefined
    this.#laid = { page, box: boxOf(diff, newHeight) }
    this.#host.append(this.#laid.box)
    this.layOut()
    return { share: diff.share, places: diff.places.length }
  }

  layOut(): void {
    const laid = this.#laid
    const shown = laid && this.#surface()?.pageAt(laid.page)
    if (!laid) return
    laid.box.hidden = shown === undefined
    if (!shown) return
    const origin = this.#host.getBoundingClientRect()
    const rect = shown.element.getBoundingClientRect()
    laid.box.style.left = `${rect.left - origin.left + shown.element.clientLeft}px`
    laid.box.style.top = `${rect.top - origin.top + shown.element.clientTop}px`
    laid.box.style.width = `${shown.plane.width}px`
    laid.box.style.height = `${shown.plane.height}px`
  }

  #find(pages: { readonly older: Pixels; readonly newer: Pixels }): Promise<PixelDiff> {
    const worker = new Worker(new URL('./pixelDiffWorker.ts', import.meta.url), { type: 'module' })
    this.#worker = worker
    const { promise, resolve, reject } = Promise.withResolvers<PixelDiff>()
    // Its answer is of this file's own making: nothing of a stranger is in it but pixels.
    worker.addEventListener('message', ({ data }: MessageEvent<PixelDiff>) => resolve(data))
    worker.addEventListener('error', () => reject(new Error('Two pages could not be compared.')))
    worker.postMessage(pages, [pages.older.data.buffer, pages.newer.data.buffer])
    return promise
  }
}

function pixelsOf(
  from: ImageBitmap | HTMLCanvasElement,
  width: number,
  drawnHeight: number,
  height: number,
): Pixels {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('The browser gives no canvas.')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.drawImage(from, 0, 0, width, drawnHeight)
  const { data } = context.getImageData(0, 0, width, height)
  return { width, height, data }
}

const SIGN: Readonly<Record<DiffPlace['kind'], string>> = { added: '+', removed: '−', changed: '±' }

/** Places are said by sign and line as well as by colour. */
function boxOf({ picture, places }: PixelDiff, pageHeight: number): HTMLElement {
  const box = document.createElement('div')
  box.className = 'overlay'
  box.ariaHidden = 'true'
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = pageHeight
  canvas.getContext('2d')?.putImageData(new ImageData(picture.data, picture.width), 0, 0)
  const outlines = places.map(({ left, top, right, bottom, kind }) => {
    const outline = document.createElement('span')
    outline.dataset['kind'] = kind
    outline.dataset['sign'] = SIGN[kind]
    outline.style.left = `${(left / picture.width) * 100}%`
    outline.style.top = `${(top / pageHeight) * 100}%`
    outline.style.width = `${((right - left) / picture.width) * 100}%`
    outline.style.height = `${((bottom - top) / pageHeight) * 100}%`
    return outline
  })
  box.append(canvas, ...outlines)
  return box
}
