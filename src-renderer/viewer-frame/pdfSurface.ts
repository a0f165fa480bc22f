import { type PagePlane, stretched } from './geometry.ts'
import { disarmLinks, InertLinks } from './inertLinks.ts'
import type { ZoomOrder } from './messages.ts'
import { reportFinds } from './pdfFind.ts'
import {
  AnnotationEditorType,
  AnnotationMode,
  EventBus,
  type PDFDocumentProxy,
  PDFFindController,
  PDFViewer,
  RenderingStates,
} from './pdfjs.ts'
import { type PdfSource, startPdf } from './pdfSource.ts'
import type { Fit, PageSurface, ShownPage, SurfaceEvents } from './pageSurface.ts'
import { silentLabels } from './silentLabels.ts'
import { stepScale } from './zoomSteps.ts'

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

interface Parts {
  readonly bus: EventBus
  readonly links: InertLinks
  readonly finder: PDFFindController
  readonly viewer: PDFViewer
}

function assemble(scroller: HTMLDivElement, pages: HTMLDivElement): Parts {
  const bus = new EventBus()
  const links = new InertLinks({ eventBus: bus })
  links.externalLinkEnabled = false
  const finder = new PDFFindController({ eventBus: bus, linkService: links, delay: 0 })
  const viewer = new PDFViewer({
    container: scroller,
    viewer: pages,
    eventBus: bus,
    linkService: links,
    findController: finder,
    annotationMode: AnnotationMode.ENABLE,
    annotationEditorMode: AnnotationEditorType.DISABLE,
    enableAutoLinking: false,
    enablePermissions: false,
    imageResourcesPath: new URL('pdfjs/images/', document.baseURI).href,
    supportsPinchToZoom: false,
    l10n: silentLabels,
  })
  links.setViewer(viewer)
  return { bus, links, finder, viewer }
}

/** Shows PDFs with pdf.js's own page components. One instance serves one document after the other. */
export function createPdfSurface(
  scroller: HTMLDivElement,
  pages: HTMLDivElement,
  events: SurfaceEvents,
): PageSurface {
  const { bus, links, finder, viewer } = assemble(scroller, pages)
  const finding = reportFinds(bus, finder, viewer, events)
  let source: PdfSource | undefined
  let opened: PDFDocumentProxy | undefined

  // getPageView is declared `any`: a view exists for each page from `pagesinit` on.
  const viewAt = (page: number): PdfPageView | undefined =>
    viewer.getPageView(page - 1) as PdfPageView | undefined

  bus.on('scalechanging', ({ scale, presetValue }: { scale: number; presetValue?: string }) => {
    events.layoutChanged()
    events.zoomChanged(scale, FITS[presetValue ?? ''] ?? null)
  })
  bus.on('rotationchanging', () => events.layoutChanged())
  bus.on('pagesloaded', () => events.layoutChanged())
  bus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => events.pageChanged(pageNumber))
  bus.on('annotationlayerrendered', ({ pageNumber }: { pageNumber: number }) => {
    const view = viewAt(pageNumber)
    if (view) disarmLinks(view.div)
  })
  bus.on(
    'pagerendered',
    ({
      pageNumber,
      cssTransform,
      isDetailView,
    }: {
      pageNumber: number
      cssTransform: boolean
      isDetailView: boolean
    }) => {
      if (!cssTransform && !isDetailView) events.pageDrawn(pageNumber)
    },
  )

  return {
    async open(bytes) {
      const mine = startPdf(bytes)
      source = mine
      const result = await mine.opened
      // Closed meanwhile: nobody waits for the answer any more.
      if (source !== mine) return { reason: 'internal' }
      if ('reason' in result) return result
      const sized = new Promise<void>((resolve) => bus.on('pagesinit', () => resolve(), { once: true }))
      opened = result.document
      links.setDocument(opened)
      viewer.setDocument(opened)
      await sized
      return { pages: opened.numPages }
    },
    close() {
      finding.forget()
      viewer.setDocument(null)
      links.setDocument(null)
      opened = undefined
      source?.end()
      source = undefined
    },
    pageAt: (page) => shownPage(viewAt(page), viewer.pagesRotation),
    async prepare(page) {
      const view = viewAt(page)
      if (!opened || !view || view.pdfPage) return
      const pdfPage = await opened.getPage(page)
      if (!view.pdfPage) view.setPdfPage(pdfPage)
    },
    goToPage(page) {
      if (opened) viewer.scrollPageIntoView({ pageNumber: Math.min(page, opened.numPages) })
    },
    zoom(order) {
      if (opened) viewer.currentScaleValue = scaleValue(order, viewer.currentScale)
    },
    refit() {
      const value = viewer.currentScaleValue
      if (opened && value in FITS) viewer.currentScaleValue = value
    },
    rotate(byDegrees) {
      if (opened) viewer.pagesRotation = (viewer.pagesRotation + byDegrees) % 360
    },
    find: finding.find,
    findAgain: finding.findAgain,
  }
}

function scaleValue(order: ZoomOrder, scale: number): string {
  if (order.to === 'value') return String(order.scale)
  if (order.to === 'in' || order.to === 'out') return String(stepScale(scale, order.to))
  return PRESETS[order.to]
}

function shownPage(view: PdfPageView | undefined, rotation: number): ShownPage | undefined {
  if (!view?.pdfPage) return undefined
  const { viewport, div } = view
  const plane: PagePlane = {
    width: viewport.width,
    height: viewport.height,
    toView: (x, y) => viewport.convertToViewportPoint(x, y),
    toPage: (x, y) => viewport.convertToPdfPoint(x, y),
  }
  return {
    element: div,
    plane: stretched(plane, div.clientWidth, div.clientHeight),
    rotation,
    drawn: view.renderingState === RenderingStates.FINISHED,
    canvas: view.canvas,
  }
}
