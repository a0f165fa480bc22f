import { documentType } from './documentType.ts'
import { fillIn, NO_STRINGS } from './frameStrings.ts'
import { LaidSurface } from './laidSurface.ts'
import { OverlayLayer } from './overlayLayer.ts'
import { MarksLayer } from './marksLayer.ts'
import type { MarkView } from './markView.ts'
import { createMarkTip } from './markTip.ts'
import { SEEN_SHARE } from '../../src-preload/contract/vocabulary/seenShare.ts'
import type { AppMessage, FrameMessage, FrameStrings } from './messages.ts'
import type { Unversioned, ViewerMark } from './messages.ts'
import { type Opening, type PageSurface, ROOM_X_PX, type SurfaceEvents } from './pageSurface.ts'
import { PdfSurface } from './pdfSurface.ts'
import { PictureSurface } from './pictureSurface.ts'
import { paintAhead } from './paintAhead.ts'
import { Picker } from './picker.ts'
import { printPages } from './printing.ts'
import { ScrollFollower } from './scrollFollower.ts'
import { createSightWatcher } from './sightWatcher.ts'
import { Thumbnails } from './thumbnails.ts'

export interface FrameParts {
  readonly scroller: HTMLDivElement
  readonly pages: HTMLDivElement
  readonly picture: HTMLElement
  readonly laid: HTMLElement
  readonly marks: HTMLElement
  readonly thumbs: HTMLElement
  readonly print: HTMLElement
}

export type SendToApp = (message: Unversioned<FrameMessage>) => void
export type OpenOrder = Extract<AppMessage, { type: 'open' }>

/** A mark that is jumped to stands this far down the window, with what leads up to it above. */
const JUMP_TO_SHARE = 0.3

/** The frame's one piece of state: which document is open, on which surface, with which marks. */
export class ViewerFrame {
  readonly marks: MarksLayer
  readonly thumbs: Thumbnails
  readonly picker: Picker
  readonly follower: ScrollFollower
  readonly tip: ReturnType<typeof createMarkTip>
  readonly #scroller: HTMLElement
  readonly #printHost: HTMLElement
  readonly #send: SendToApp
  readonly #pdf: PageSurface
  readonly #picture: PageSurface
  readonly #laid: LaidSurface
  readonly #overlay: OverlayLayer
  readonly #sight: ReturnType<typeof createSightWatcher>
  /** Counts orders to open and to close: an answer to an older one comes too late. */
  #orders = 0
  /** Set by the order to open, so that marks may come before the pages do. */
  #documentId = ''
  #fileName = ''
  #surface: PageSurface | undefined
  #pageCount = 0
  /** The app was told that a page of it stands there. */
  #isDrawn = false
  #strings = NO_STRINGS
  #current: string | null = null

  constructor(parts: FrameParts, send: SendToApp) {
    const events = this.#surfaceEvents()
    this.#scroller = parts.scroller
    this.#printHost = parts.print
    this.#send = send
    this.thumbs = new Thumbnails(parts.thumbs, (page) => this.#surface?.goToPage(page))
    this.#pdf = new PdfSurface(parts.scroller, parts.pages, events)
    this.#picture = new PictureSurface(parts.scroller, parts.picture, events)
    this.#laid = new LaidSurface(parts.scroller, parts.laid, events)
    this.marks = new MarksLayer(parts.marks, () => this.#surface)
    this.picker = new Picker(
      parts.scroller,
      parts.marks,
      () => this.#surface && { surface: this.#surface, pages: this.#pageCount },
      (place) =>
        send({
          type: 'picked',
          documentId: this.#documentId,
          place: place && { ...place, quads: place.quads.map((quad) => [...quad]) },
        }),
    )
    this.follower = new ScrollFollower(
      parts.scroller,
      () => this.#surface && { surface: this.#surface, pages: this.#pageCount },
      (place, by) => send({ type: 'scrolled', documentId: this.#documentId, place, by }),
    )
    this.#overlay = new OverlayLayer(parts.marks, () => this.#surface)
    this.tip = createMarkTip(parts.marks, parts.scroller)
    this.#sight = createSightWatcher(parts.scroller, (page, share) => {
      if (share >= SEEN_SHARE) this.thumbs.setSeen(page)
      send({ type: 'pageSeen', documentId: this.#documentId, page, share })
    })
  }

  /** Undefined until a document is open. */
  get surface(): PageSurface | undefined {
    return this.#surface
  }

  isOpen(documentId: string): boolean {
    return documentId === this.#documentId
  }

  async open(order: OpenOrder): Promise<void> {
    this.close()
    const mine = this.#orders
    this.#documentId = order.documentId
    this.#fileName = order.fileName
    const { surface, isGuess } = this.#surfaceFor(order)
    const opening = await this.#openOn(surface, order, isGuess)
    if (mine !== this.#orders) return
    if ('reason' in opening) {
      this.#send({ type: 'failed', documentId: order.documentId, reason: opening.reason })
      return
    }
    this.#surface = surface
    this.#pageCount = opening.pages
    const { pages, hasTwoTexts = false } = opening
    this.#send({ type: 'opened', documentId: order.documentId, pages, hasTwoTexts })
    this.thumbs.open(surface, opening.pages)
    await this.#show(surface, order.page)
  }

  close(): void {
    this.#orders++
    this.#surface = undefined
    this.#documentId = ''
    this.#isDrawn = false
    this.#current = null
    this.#sight.stop()
    this.tip.hide()
    this.marks.setMarks([])
    this.thumbs.close()
    this.picker.stop()
    this.#overlay.clear()
    this.follower.forget()
    this.#pdf.close()
    this.#picture.close()
    this.#laid.close()
  }

  /** Scrolls to a mark that is out of sight and makes it the current one. */
  async activate(id: string | null): Promise<void> {
    this.#current = id
    this.marks.setCurrent(id)
    const view = id === null ? undefined : this.marks.find(id)
    const surface = this.#surface
    if (!view || !surface) return
    await surface.prepare(view.mark.page)
    if (this.#surface !== surface || this.#current !== id) return
    this.marks.layOut()
    const box = this.marks.boxOf(view)
    if (!box) return
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.#scroller
    const inside = box.top >= scrollTop && box.bottom <= scrollTop + clientHeight
    const sideways = box.left < scrollLeft || box.right > scrollLeft + clientWidth
    this.#scroller.scrollTo({
      top: inside ? scrollTop : box.top - clientHeight * JUMP_TO_SHARE,
      left: sideways ? (box.left + box.right - clientWidth) / 2 : scrollLeft,
    })
    this.follower.jumped()
  }

  goToPage(page: number): void {
    this.#surface?.goToPage(page)
    this.follower.jumped()
  }

  /** After the window or a page changed its size. */
  layOut(): void {
    this.follower.layOut()
    this.marks.layOut()
    this.#overlay.layOut()
  }

  /** Shows the label of a mark beside it; undefined = of none. */
  hint(view: MarkView | undefined): void {
    const box = view && this.marks.boxOf(view)
    if (view && box) this.tip.show(view.mark.label, box)
    else this.tip.hide()
  }

  /** Chosen on the page itself: no scrolling, it is in sight. */
  choose(id: string): void {
    this.#current = id
    this.marks.setCurrent(id)
    this.#send({ type: 'markActivated', documentId: this.#documentId, id })
  }

  /** The two texts of a mail side by side, of this document and those after it. */
  showBeside(shown: boolean): void {
    this.#laid.setBeside(shown)
  }

  /** Turns the view, never the document. */
  rotate(by: number): void {
    this.#surface?.rotate(by)
    this.thumbs.redraw()
  }

  /** Of a document that may be opened next: drawn as this window would fit it. */
  async paintAhead(sha256: string, bytes: ArrayBuffer): Promise<void> {
    const width = this.#scroller.clientWidth - ROOM_X_PX
    if (width <= 0) return
    const bitmap = await paintAhead(bytes, Math.round(width * devicePixelRatio))
    if (bitmap) this.#send({ type: 'paintedAhead', sha256, bitmap, width })
  }

  async paintPage(page: number, widthPx: number): Promise<void> {
    const documentId = this.#documentId
    const canvas = await this.#surface?.paint(page, widthPx)
    if (!canvas || canvas.width === 0) return
    const bitmap = await createImageBitmap(canvas)
    this.#send({ type: 'paintedPage', documentId, page, bitmap })
  }

  async overlay(older: { readonly page: number; readonly bitmap: ImageBitmap } | null): Promise<void> {
    const documentId = this.#documentId
    if (older === null) return this.#overlay.clear()
    const found = await this.#overlay.show(older.page, older.bitmap)
    if (found && this.isOpen(documentId))
      this.#send({ type: 'overlaid', documentId, page: older.page, ...found })
  }

  async print(): Promise<void> {
    const [surface, mine, documentId] = [this.#surface, this.#orders, this.#documentId]
    if (!surface) return
    const tell = (page: number | null) => this.#send({ type: 'printing', documentId, page })
    const isWanted = () => mine === this.#orders
    await printPages(
      this.#printHost,
      { surface, pages: this.#pageCount },
      { isWanted, onPage: tell },
    ).finally(() => tell(null))
  }

  async setMarks(list: readonly ViewerMark[]): Promise<void> {
    this.marks.setMarks(list)
    const surface = this.#surface
    if (surface) await this.#prepareMarked(surface, list)
  }

  setStrings(next: FrameStrings): void {
    this.#strings = next
    this.marks.setStrings(next)
    this.#laid.setStrings(next)
    this.thumbs.setStrings(next)
    this.#nameAll()
  }

  #surfaceFor({ kind, bytes }: OpenOrder): { surface: PageSurface; isGuess: boolean } {
    if (kind === 'laid') return { surface: this.#laid, isGuess: false }
    const type = documentType(new Uint8Array(bytes))
    const isPdf = type === 'pdf' || type === 'unknown'
    return { surface: isPdf ? this.#pdf : this.#picture, isGuess: type === 'unknown' }
  }

  #openOn(surface: PageSurface, order: OpenOrder, unknown: boolean): Promise<Opening> {
    if (order.bytes.byteLength === 0) return Promise.resolve({ reason: 'empty' })
    if (!unknown) return surface.open(order.bytes)
    if (order.kind !== 'pdf') return Promise.resolve({ reason: 'type' })
    // A PDF that lost its header may still be repaired; what then does not open was no PDF.
    return surface
      .open(order.bytes)
      .then((opening) => ('reason' in opening && opening.reason === 'corrupt' ? { reason: 'type' } : opening))
  }

  async #show(surface: PageSurface, page: number): Promise<void> {
    surface.zoom({ to: 'fit_width' })
    this.#nameAll()
    this.goToPage(page)
    // A picture is there with its opening; pages of a PDF say so themselves.
    if (surface.pageAt(page)?.drawn) this.#tellDrawn()
    this.#sight.start(surface, this.#pageCount)
    await this.#prepareMarked(surface, this.marks.all())
    if (this.#surface === surface && this.#current !== null) await this.activate(this.#current)
  }

  #tellDrawn(): void {
    if (this.#isDrawn) return
    this.#isDrawn = true
    this.#send({ type: 'drawn', documentId: this.#documentId })
  }

  /** Learns the sizes of all pages with marks, so that each mark can be laid and reached. */
  async #prepareMarked(surface: PageSurface, list: readonly ViewerMark[]): Promise<void> {
    const pages = [...new Set(list.map((mark) => mark.page))].filter((page) => page <= this.#pageCount)
    await Promise.all(pages.map((page) => surface.prepare(page)))
    if (this.#surface !== surface) return
    this.marks.layOut()
    for (const page of pages) this.marks.readMargin(page)
  }

  #nameAll(): void {
    this.#scroller.ariaLabel = fillIn(this.#strings.document, { name: this.#fileName })
    for (let page = 1; page <= this.#pageCount; page++) {
      const shown = this.#surface?.pageAt(page)
      if (shown) shown.element.ariaLabel = fillIn(this.#strings.page, { page, pages: this.#pageCount })
    }
  }

  #surfaceEvents(): SurfaceEvents {
    const whenOpen = (tell: (documentId: string) => void): void => {
      if (this.#surface) tell(this.#documentId)
    }
    return {
      layoutChanged: () =>
        whenOpen(() => {
          this.marks.layOut()
          this.#overlay.layOut()
          this.picker.layOut()
          this.hint(this.marks.focused())
          this.#sight.look()
        }),
      pageDrawn: (page) =>
        whenOpen(() => {
          this.marks.layOut()
          this.marks.readMargin(page)
          this.#tellDrawn()
          this.#nameAll()
          this.#sight.look()
        }),
      pageChanged: (page) =>
        whenOpen((documentId) => {
          this.thumbs.setCurrent(page)
          this.#send({ type: 'pageChanged', documentId, page })
        }),
      zoomChanged: (scale, fit) =>
        whenOpen((documentId) => this.#send({ type: 'zoomChanged', documentId, scale, fit })),
      findResult: (current, total, pending) =>
        whenOpen((documentId) => this.#send({ type: 'findResult', documentId, current, total, pending })),
    }
  }
}
