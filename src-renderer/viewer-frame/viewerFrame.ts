import { documentType } from './documentType.ts'
import { fillIn, NO_STRINGS } from './frameStrings.ts'
import { createMarksLayer } from './marksLayer.ts'
import { createMarkTip } from './markTip.ts'
import type {
  AppMessage,
  DocumentKind,
  FailureReason,
  FrameMessage,
  FrameStrings,
  Unversioned,
  ViewerMark,
} from './messages.ts'
import type { PageSurface, SurfaceEvents } from './pageSurface.ts'
import { createPdfSurface } from './pdfSurface.ts'
import { createPictureSurface } from './pictureSurface.ts'
import { createSightWatcher } from './sightWatcher.ts'

export interface FrameParts {
  readonly scroller: HTMLDivElement
  readonly pages: HTMLDivElement
  readonly picture: HTMLElement
  readonly marks: HTMLElement
}

export type SendToApp = (message: Unversioned<FrameMessage>) => void
export type OpenOrder = Extract<AppMessage, { type: 'open' }>

export type ViewerFrame = ReturnType<typeof createViewerFrame>

/** A mark that is jumped to stands this far down the window, with what leads up to it above. */
const JUMP_TO_SHARE = 0.3

/** The frame's one piece of state: which document is open, on which surface, with which marks. */
export function createViewerFrame(parts: FrameParts, send: SendToApp) {
  const { scroller } = parts
  /** Named from the order to open on, so that marks may come before the pages do. */
  let documentId = ''
  let orders = 0
  let surface: PageSurface | undefined
  let pageCount = 0
  let strings = NO_STRINGS
  let current: string | null = null

  const events: SurfaceEvents = {
    layoutChanged() {
      if (!surface) return
      tip.hide()
      marks.layOut()
      sight.look()
    },
    pageDrawn(page) {
      if (!surface) return
      marks.layOut()
      marks.readMargin(page)
      namePages()
      sight.look()
    },
    pageChanged: (page) => surface && send({ type: 'pageChanged', documentId, page }),
    zoomChanged: (scale, fit) => surface && send({ type: 'zoomChanged', documentId, scale, fit }),
    findResult: (at, total, pending) =>
      surface && send({ type: 'findResult', documentId, current: at, total, pending }),
  }
  const pdf = createPdfSurface(scroller, parts.pages, events)
  const picture = createPictureSurface(scroller, parts.picture, events)
  const marks = createMarksLayer(parts.marks, () => surface)
  const tip = createMarkTip(parts.marks, scroller)
  const sight = createSightWatcher(scroller, (page, share) =>
    send({ type: 'pageSeen', documentId, page, share }),
  )

  function namePages(): void {
    for (let page = 1; page <= pageCount; page++) {
      const shown = surface?.pageAt(page)
      if (shown) shown.element.ariaLabel = fillIn(strings.page, { page, pages: pageCount })
    }
  }

  function close(): void {
    orders++
    surface = undefined
    documentId = ''
    current = null
    sight.stop()
    tip.hide()
    marks.setMarks([])
    pdf.close()
    picture.close()
  }

  async function open(order: OpenOrder): Promise<void> {
    close()
    const mine = orders
    documentId = order.documentId
    const chosen = surfaceFor(order)
    const result = typeof chosen === 'string' ? { reason: chosen } : await chosen.open(order.bytes)
    if (mine !== orders) return
    if ('reason' in result || typeof chosen === 'string') {
      const reason = 'reason' in result ? result.reason : 'internal'
      send({ type: 'failed', documentId, reason })
      return
    }
    surface = chosen
    pageCount = result.pages
    send({ type: 'opened', documentId, pages: pageCount })
    surface.zoom({ to: 'fit_width' })
    namePages()
    marks.layOut()
    surface.goToPage(order.page)
    sight.start(surface, pageCount)
    if (current !== null) await activate(current)
  }

  function surfaceFor(order: { bytes: ArrayBuffer; kind: DocumentKind }): PageSurface | FailureReason {
    if (order.bytes.byteLength === 0) return 'empty'
    const type = documentType(new Uint8Array(order.bytes))
    if (type === 'unknown') return 'type'
    return type === 'pdf' ? pdf : picture
  }

  async function activate(id: string | null): Promise<void> {
    current = id
    marks.setCurrent(id)
    const view = id === null ? undefined : marks.find(id)
    const shown = surface
    if (!view || !shown) return
    await shown.prepare(view.mark.page)
    if (surface !== shown || current !== id) return
    marks.layOut()
    const box = marks.boxOf(view)
    if (!box) return
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = scroller
    const inside = box.top >= scrollTop && box.bottom <= scrollTop + clientHeight
    const sideways = box.left < scrollLeft || box.right > scrollLeft + clientWidth
    scroller.scrollTo({
      top: inside ? scrollTop : box.top - clientHeight * JUMP_TO_SHARE,
      left: sideways ? (box.left + box.right - clientWidth) / 2 : scrollLeft,
    })
  }

  return {
    open,
    close,
    activate,
    /** Chosen on the page itself: no scrolling, it is in sight. */
    choose(id: string): void {
      current = id
      marks.setCurrent(id)
      send({ type: 'markActivated', documentId, id })
    },
    async setMarks(list: readonly ViewerMark[]): Promise<void> {
      marks.setMarks(list)
      const shown = surface
      await Promise.all([...new Set(list.map((mark) => mark.page))].map((page) => shown?.prepare(page)))
      marks.layOut()
      for (const page of new Set(list.map((mark) => mark.page))) marks.readMargin(page)
    },
    setStrings(next: FrameStrings): void {
      strings = next
      scroller.ariaLabel = next.document
      marks.setStrings(next)
      namePages()
    },
    isOpen: (id: string): boolean => id === documentId,
    surface: (): PageSurface | undefined => surface,
    marks,
    tip,
  }
}
