import type { PagePlane } from './geometry.ts'
import type { FailureReason, ZoomOrder } from './messages.ts'

/** Around a page that is fitted to the window: PDF pages have it by pdf.js, the others have the same. */
export const ROOM_X_PX = 40
export const ROOM_Y_PX = 32

/** One page as it stands on the screen now. */
export interface ShownPage {
  readonly element: HTMLElement
  /** Pixels count from the inner top left corner of the element. */
  readonly plane: PagePlane
  /** Degrees clockwise by which the view differs from the document. */
  readonly rotation: number
  /** The picture is there; before that the paper is blank. */
  readonly drawn: boolean
  /** Null until there is one, and again when the page was dropped to save memory. */
  readonly canvas: HTMLCanvasElement | null
}

export interface FindOrder {
  readonly query: string
  readonly wholeWord: boolean
  readonly matchDiacritics: boolean
  readonly highlightAll: boolean
}

export type Fit = 'width' | 'page'

/** What a surface tells its owner. */
export interface SurfaceEvents {
  /** Pages moved or changed their size. */
  layoutChanged(): void
  pageDrawn(page: number): void
  pageChanged(page: number): void
  zoomChanged(scale: number, fit: Fit | null): void
  findResult(current: number, total: number, pending: boolean): void
}

export type Opening =
  | { readonly pages: number; readonly hasTwoTexts?: boolean }
  | { readonly reason: FailureReason }

/** Something that shows the pages of one document at a time: pdf.js, a single picture, or text that was laid out. */
export interface PageSurface {
  /** Never rejects for a bad document; the buffer is taken over. */
  open(bytes: ArrayBuffer): Promise<Opening>
  /** At once, also while opening. */
  close(): void
  /** Undefined while the size of the page is not known. */
  pageAt(page: number): ShownPage | undefined
  /** Learns the size of a page that has not been near the window yet. */
  prepare(page: number): Promise<void>
  goToPage(page: number): void
  zoom(order: ZoomOrder): void
  /** Fits again after the window changed; does nothing at a fixed scale. */
  refit(): void
  rotate(byDegrees: number): void
  /** An empty query ends the search. */
  find(order: FindOrder): void
  findAgain(direction: 'next' | 'previous'): void
  /** A picture of a page as it is turned now, for thumbnails and print. Undefined when it cannot be drawn. */
  paint(page: number, widthPx: number): Promise<HTMLCanvasElement | undefined>
}

/** Null = a fixed scale. */
export function fitOf(order: ZoomOrder): Fit | null {
  if (order.to === 'fit_width') return 'width'
  return order.to === 'fit_page' ? 'page' : null
}
