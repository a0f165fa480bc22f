import { disarmLinks, InertLinks } from './inertLinks.ts'
import type { ZoomOrder } from './messages.ts'
import type { FindOrder, Fit, Opening, PageSurface, ShownPage, SurfaceEvents } from './pageSurface.ts'
import { PdfFind } from './pdfFind.ts'
import {
  AnnotationEditorType,
  AnnotationMode,
  EventBus,
  type PDFDocumentProxy,
  PDFFindController,
  PDFViewer,
  RenderingStates,
} from './pdfjs.ts'
import { paintPdfPage } from './pdfPaint.ts'
import { type PdfSource, startPdf } from './pdfSource.ts'
import { drawAtOnce, drawInFrames } from './promptFrames.ts'
import { silentLabels } from './silentLabels.ts'
import { prepareWorker } from './spareWorker.ts'
import { scaleAfter } from './zoomSteps.ts'

/** 33 MB a page. Past it pdf.js draws the page coarsely and what is in the window sharply: at A4 from 375 % on. */
const SHARP_WHOLE_PAGE_PIXELS = 2 ** 23

const PRESETS = { fit_width: 'page-width', fit_page: 'page-fit' } as const
const FITS: Readonly<Record<string, Fit>> = { 'page-width': 'width', 'page-fit': 'page' }

/** The part of pdf.js's page view that is used here; its declaration says `any`. */
interface PdfPageView {
  readonly div: HTMLElement
  readonly canvas: HTMLCanvasElement | null
  readonly pdfPage: object | null
  readonly renderingState: number
  readonly viewport: {
    readonly width: number
    readonly height: number
    convertToViewportPoint(x: number, y: number): [number, number]
    convertToPdfPoint(x: number, y: number): [number, number]
  }
  setPdfPage(page: object): void
}

/** Shows PDFs with pdf.js's own page components. One instance serves one document after the other. */
export class PdfSurface implements PageSurface {
  readonly #bus = new EventBus()
  readonly #links = new InertLinks({ eventBus: this.#bus })
  readonly #viewer: PDFViewer
  readonly #find: PdfFind
  #source: PdfSource | undefined
  #document: PDFDocumentProxy | undefined

  constructor(scroller: HTMLDivElement, pages: HTMLDivElement, events: SurfaceEvents) {
    const finder = new PDFFindController({ eventBus: this.#bus, linkService: this.#links, delay: 0 })
    this.#links.externalLinkEnabled = false
    this.#viewer = new PDFViewer({
      container: scroller,
      viewer: pages,
      eventBus: this.#bus,
      linkService: this.#links,
      findController: finder,
      annotationMode: AnnotationMode.ENABLE,
      annotationEditorMode: AnnotationEditorType.DISABLE,
      enableAutoLinking: false,
      enablePermissions: false,
      imageResourcesPath: new URL('pdfjs/images/', document.baseURI).href,
      supportsPinchToZoom: false,
      maxCanvasPixels: SHARP_WHOLE_PAGE_PIXELS,
      // No second, much lower limit by the size of the window: whole pages may be drawn whole.
      capCanvasAreaFactor: -1,
      l10n: silentLabels,
    })
    this.#links.setViewer(this.#viewer)
    this.#find = new PdfFind(this.#bus, finder, this.#viewer, events)
    this.#report(events)
    prepareWorker()
  }

  async open(bytes: ArrayBuffer): Promise<Opening> {
    drawAtOnce()
    const source = startPdf(bytes)
    this.#source = source
    const result = await source.opened
    // Closed meanwhile: nobody waits for the answer any more.
    if (this.#source !== source) return { reason: 'internal' }
    if ('reason' in result) {
      drawInFrames()
      return result
    }
    const { promise: sized, resolve } = Promise.withResolvers<void>()
    // Fitted before pdf.js draws for the first time: a drawing at its own first size would be thrown away.
    const fit = () => {
      this.zoom({ to: 'fit_width' })
      resolve()
    }
    this.#bus.on('pagesinit', fit, { once: true })
    this.#document = result.document
    this.#links.setDocument(result.document)
    this.#viewer.setDocument(result.document)
    await sized
    return { pages: result.document.numPages }
  }

  close(): void {
    drawInFrames()
    this.#find.forget()
    this.#viewer.setDocument(null)
    this.#links.setDocument(null)
    this.#document = undefined
    this.#source?.end()
    this.#source = undefined
  }

  pageAt(page: number): ShownPage | undefined {
    return shownPage(this.#viewAt(page), this.#viewer.pagesRotation)
  }

  async prepare(page: number): Promise<void> {
    const view = this.#viewAt(page)
    if (!this.#document || !view || view.pdfPage) return
    const pdfPage = await this.#document.getPage(page)
    if (!view.pdfPage) view.setPdfPage(pdfPage)
  }

  goToPage(page: number): void {
    const pages = this.#document?.numPages
    if (pages !== undefined) this.#viewer.scrollPageIntoView({ pageNumber: Math.min(page, pages) })
  }

  zoom(order: ZoomOrder): void {
    if (this.#document) this.#scaleTo(scaleValue(order, this.#viewer.currentScale))
  }

  refit(): void {
    const value = this.#viewer.currentScaleValue
    if (this.#document && value in FITS) this.#scaleTo(value)
  }

  rotate(byDegrees: number): void {
    if (!this.#document) return
    this.#viewer.update()
    this.#viewer.pagesRotation = (this.#viewer.pagesRotation + byDegrees) % 360
  }

  find(order: FindOrder): void {
    this.#find.start(order)
  }

  findAgain(direction: 'next' | 'previous'): void {
    this.#find.again(direction)
  }

  async paint(page: number, widthPx: number): Promise<HTMLCanvasElement | undefined> {
    const document = this.#document
    return document && paintPdfPage(document, page, this.#viewer.pagesRotation, widthPx)
  }

  /** pdf.js keeps the place of the last frame, which is another page when one was just gone to. */
  #scaleTo(value: string): void {
    this.#viewer.update()
    this.#viewer.currentScaleValue = value
  }

  #viewAt(page: number): PdfPageView | undefined {
    // Declared `any` by pdf.js; from `pagesinit` on there is one for each page.
    return this.#viewer.getPageView(page - 1) as PdfPageView | undefined
  }

  #report(events: SurfaceEvents): void {
    this.#bus.on('scalechanging', ({ scale, presetValue }: { scale: number; presetValue?: string }) => {
      events.layoutChanged()
      events.zoomChanged(scale, FITS[presetValue ?? ''] ?? null)
    })
    this.#bus.on('rotationchanging', () => events.layoutChanged())
    this.#bus.on('pagesloaded', () => events.layoutChanged())
    this.#bus.on('pagechanging', (event: OfPage) => events.pageChanged(event.pageNumber))
    this.#bus.on('annotationlayerrendered', (event: OfPage) => {
      const view = this.#viewAt(event.pageNumber)
      if (view) disarmLinks(view.div)
    })
    this.#bus.on('pagerendered', (event: Drawn) => {
      drawInFrames()
      if (event.cssTransform || event.isDetailView) return
      // Shows in the browser's own timeline, and is what the benchmark of the first page waits for.
      performance.mark(`page ${event.pageNumber} drawn`)
      prepareWorker()
      events.pageDrawn(event.pageNumber)
    })
  }
}

interface OfPage {
  readonly pageNumber: number
}

/** pdf.js reports more than whole drawings: stretching an old one, and a sharper cut-out at high zoom. */
interface Drawn extends OfPage {
  readonly cssTransform: boolean
  readonly isDetailView: boolean
}

function scaleValue(order: ZoomOrder, scale: number): string {
  return order.to === 'fit_width' || order.to === 'fit_page'
    ? PRESETS[order.to]
    : String(scaleAfter(scale, order))
}

function shownPage(view: PdfPageView | undefined, rotation: number): ShownPage | undefined {
  if (!view?.pdfPage) return undefined
  const { viewport, div } = view
  return {
    element: div,
    // The element is cut down to whole pixels of its canvas, by up to some ten of them, but what is drawn in it is not
    // stretched: the viewport's own pixels are the ones on the screen.
    plane: {
      width: viewport.width,
      height: viewport.height,
      toView: (x, y) => viewport.convertToViewportPoint(x, y),
      toPage: (x, y) => viewport.convertToPdfPoint(x, y),
    },
    rotation,
    drawn: view.renderingState === RenderingStates.FINISHED,
    canvas: view.canvas,
  }
}
