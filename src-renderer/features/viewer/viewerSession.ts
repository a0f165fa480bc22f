import type { AppMessage, FrameMessage, KeyPress, Unversioned } from '../../viewer-frame/messages.ts'
import { promisedKind, readDocumentBytes } from './documentBytes.ts'
import { type FrameLine, openFrameLine } from './frameLine.ts'
import type {
  DocumentViewerProps,
  MarkPlace,
  NextDocument,
  PageAhead,
  PageSight,
  PickedPlace,
  ShownDocument,
} from './viewerProps.ts'
import { afterMessage, LOADING, readyAfter, type ViewerState } from './viewerState.ts'

type Message<T extends AppMessage['type']> = Extract<Unversioned<AppMessage>, { type: T }>
export type FindQuery = Pick<Message<'find'>, 'query' | 'wholeWord' | 'matchDiacritics'>
export type FrameLocale = Omit<Message<'locale'>, 'type'>
export type FrameTheme = Message<'theme'>['theme']

export interface ViewerListeners {
  onMarkActivated(place: MarkPlace): void
  onPageSeen(sight: PageSight): void
  onPicked(place: PickedPlace | null): void
  onAhead(ahead: PageAhead): void
  onKey(press: KeyPress): void
  /** What is said only while another version stands beside it. */
  onVersionNews?(news: VersionNews): void
}

export type VersionNews = Extract<FrameMessage, { type: 'scrolled' | 'paintedPage' | 'overlaid' }>

export interface ViewerSnapshot {
  /** Undefined when the claim has no documents. */
  readonly current: ShownDocument | undefined
  readonly state: ViewerState
  /** Pages of the documents that were opened here, by `documentId`. */
  readonly knownPages: Readonly<Record<string, number>>
  /** The reviewer is pointing at a place. */
  readonly isPicking: boolean
}

/** A frame that has not spoken by then will not: its files are missing or its page was refused. */
const STARTS_WITHIN_MS = 10_000
const NOTHING: FindQuery = { query: '', wholeWord: false, matchDiacritics: false }

/**
 * One viewer at work: which document is shown, its bytes on their way into the frame, and everything the frame
 * must be told again when it starts anew. Knows nothing of React.
 */
export class ViewerSession {
  #snapshot: ViewerSnapshot = { current: undefined, state: LOADING, knownPages: {}, isPicking: false }
  readonly #watchers = new Set<() => void>()
  readonly #lastPages = new Map<string, number>()
  #listeners: ViewerListeners | undefined
  #line: FrameLine | undefined
  /** Until the frame has said that it listens. */
  #starting = true
  #reading: AbortController | undefined
  /** Whether the frame was given the file itself, or its pages as they were read. */
  #isLaid = false
  #documents: readonly ShownDocument[] = []
  #marks: DocumentViewerProps['marks'] = {}
  /** What the frame was told last, so that a new array with the same marks does not disturb the focus. */
  #toldMarks = ''
  #walk: MarkPlace | null = null
  #lead: MarkPlace | null = null
  #find = NOTHING
  #theme: FrameTheme = 'light'
  #hasThumbnails = false
  #showsHidden = true
  #showsBeside = false
  #watchesScroll = false
  #next: NextDocument | null = null
  /** Hash of what was sent to be drawn ahead last. */
  #sentAhead = ''
  #locale: FrameLocale | undefined

  readonly snapshot = (): ViewerSnapshot => this.#snapshot
  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** Loads the frame's page and listens to it until the returned function is called. */
  attach(frame: HTMLIFrameElement, viewerUrl: string): () => void {
    const line = openFrameLine(frame, viewerUrl, (message) => this.#hear(message))
    const overdue = setTimeout(() => {
      if (this.#starting) this.#show({ status: 'failed', reason: 'viewer' })
    }, STARTS_WITHIN_MS)
    this.#line = line
    this.#starting = true
    // Only now is somebody listening, so the frame's first word is not missed.
    frame.src = viewerUrl
    return () => {
      clearTimeout(overdue)
      this.#reading?.abort()
      this.#line = undefined
      this.#starting = true
      line.end()
    }
  }

  setListeners(listeners: ViewerListeners): void {
    this.#listeners = listeners
  }

  /** Stays on the document that is shown, also when it has only now arrived; else shows the first. */
  setDocuments(documents: readonly ShownDocument[]): void {
    this.#documents = documents
    this.#choose(this.#snapshot.current?.documentId)
  }

  setMarks(marks: DocumentViewerProps['marks']): void {
    this.#marks = marks
    this.#sendMarks()
  }

  setTheme(theme: FrameTheme): void {
    this.#theme = theme
    this.send({ type: 'theme', theme })
  }

  showThumbnails(shown: boolean): void {
    this.#hasThumbnails = shown
    this.send({ type: 'thumbnails', shown })
  }

  /** The two texts of a mail side by side. */
  showBeside(shown: boolean): void {
    this.#showsBeside = shown
    this.send({ type: 'beside', shown })
  }

  /** Another version stands beside this one: where this one is scrolled to is told. */
  watchScroll(wanted: boolean): void {
    this.#watchesScroll = wanted
    this.send({ type: 'watchScroll', wanted })
  }

  /** Whether text that nobody sees is marked where it stands. */
  showHidden(shown: boolean): void {
    this.#showsHidden = shown
    this.#sendMarks()
  }

  /** Of the document that is shown; the app has noted it. */
  print(): void {
    const documentId = this.#snapshot.current?.documentId
    if (documentId !== undefined) this.send({ type: 'print', documentId })
  }

  setLocale(locale: FrameLocale): void {
    this.#locale = locale
    this.send({ type: 'locale', ...locale })
  }

  choose(documentId: string): void {
    this.#choose(documentId)
  }

  /** Drawn when the document in hand stands there: what is looked at goes first. */
  setNext(next: NextDocument | null): void {
    this.#next = next
    const { state } = this.#snapshot
    if (state.status === 'ready' && state.isDrawn) this.#sendAhead()
  }

  pick(wanted: boolean): void {
    this.#update({ isPicking: wanted && this.#snapshot.state.status === 'ready' })
    this.send({ type: 'pick', wanted })
  }

  showPage(documentId: string, page: number): void {
    // A document that is opened now begins there; one that is open goes there.
    this.#lastPages.set(documentId, page)
    this.#choose(documentId)
    this.send({ type: 'goToPage', page })
  }

  /** Follows the caller's walk. Saying the same place again changes nothing: the reviewer may have scrolled on. */
  walkTo(place: MarkPlace | null): void {
    const before = this.#lead
    this.#lead = place
    if (before?.documentId !== place?.documentId || before?.markId !== place?.markId) this.activate(place)
  }

  /** Shows the mark's document and jumps there, also when the mark is current already. */
  activate(place: MarkPlace | null): void {
    this.#walk = place
    if (place) this.#choose(place.documentId)
    this.#sendWalk()
  }

  /** An empty query ends the search. The search goes along from document to document. */
  find(query: FindQuery): void {
    this.#find = query
    if (this.#snapshot.state.status === 'ready') this.#sendFind()
  }

  retry(): void {
    this.#open()
  }

  /** Before the frame listens nothing is lost: all that matters is said when it does. */
  send(message: Unversioned<AppMessage>): void {
    if (!this.#starting) this.#line?.send(message)
  }

  #choose(documentId: string | undefined): void {
    const before = this.#snapshot.current
    const next = this.#documents.find((document) => document.documentId === documentId) ?? this.#documents[0]
    this.#update({ current: next })
    const same =
      before?.documentId === next?.documentId &&
      before?.sha256 === next?.sha256 &&
      before?.availability === next?.availability
    if (!same) this.#open()
  }

  #open(): void {
    const document = this.#snapshot.current
    this.#reading?.abort()
    this.#update({ isPicking: false })
    this.#show(document?.availability === 'missing' ? { status: 'missing' } : LOADING)
    this.send({ type: 'close' })
    if (this.#starting || !document || document.availability === 'missing') return
    this.#start(document, false)
  }

  #start(document: ShownDocument, isLaid: boolean): void {
    const reading = new AbortController()
    this.#reading = reading
    this.#isLaid = isLaid
    this.#bring(document, reading.signal).catch((error: unknown) => {
      if (!reading.signal.aborted) reportError(error)
    })
  }

  async #bring(document: ShownDocument, signal: AbortSignal): Promise<void> {
    const isLaid = this.#isLaid
    const read = await readDocumentBytes(isLaid ? `${document.url}/laid` : document.url, signal)
    if (signal.aborted) return
    if (read.outcome !== 'read') {
      const unread: ViewerState = isLaid ? { status: 'failed', reason: 'type' } : { status: 'missing' }
      this.#show(read.outcome === 'missing' ? unread : { status: 'failed', reason: 'unreachable' })
      return
    }
    this.send({
      type: 'open',
      documentId: document.documentId,
      bytes: read.bytes,
      fileName: document.fileName,
      kind: isLaid ? 'laid' : promisedKind(document.mediaType),
      page: this.#lastPages.get(document.documentId) ?? 1,
    })
    this.#toldMarks = ''
    this.#sendMarks()
    this.#sendWalk()
  }

  #hear(message: FrameMessage): void {
    if (message.type === 'ready') return this.#started()
    if (message.type === 'key') return this.#listeners?.onKey(message.press)
    if (message.type === 'paintedAhead') return this.#listeners?.onAhead(message)
    const { documentId } = message
    const { current } = this.#snapshot
    if (documentId !== current?.documentId) return undefined
    switch (message.type) {
      case 'markActivated':
        return this.#listeners?.onMarkActivated({ documentId, markId: message.id })
      case 'scrolled':
      case 'paintedPage':
      case 'overlaid':
        return this.#listeners?.onVersionNews?.(message)
      case 'pageSeen':
        return this.#listeners?.onPageSeen({ documentId, page: message.page, share: message.share })
      case 'opened':
        this.#update({ knownPages: { ...this.#snapshot.knownPages, [documentId]: message.pages } })
        this.#show({ ...readyAfter(message), isLaid: this.#isLaid })
        return this.#find.query === '' ? undefined : this.#sendFind()
      case 'picked':
        this.#update({ isPicking: false })
        return this.#listeners?.onPicked(message.place && { document: current, ...message.place })
      case 'drawn':
        this.#show(afterMessage(this.#snapshot.state, message))
        return this.#sendAhead()
      case 'failed':
        // What the browser has no pages of may still have been read.
        if (message.reason === 'type' && !this.#isLaid) return this.#start(current, true)
        break
      case 'pageChanged':
        this.#lastPages.set(documentId, message.page)
    }
    return this.#show(afterMessage(this.#snapshot.state, message))
  }

  /** Also after the frame broke down and was loaded again: it has forgotten everything. */
  #started(): void {
    this.#starting = false
    this.setTheme(this.#theme)
    if (this.#locale) this.setLocale(this.#locale)
    this.showThumbnails(this.#hasThumbnails)
    this.watchScroll(this.#watchesScroll)
    this.showBeside(this.#showsBeside)
    this.#open()
  }

  #sendAhead(): void {
    const next = this.#next
    if (next === null || next.sha256 === this.#sentAhead) return
    this.#sentAhead = next.sha256
    const ending = new AbortController()
    void readDocumentBytes(next.url, ending.signal).then((read) => {
      if (read.outcome === 'read') this.send({ type: 'paintAhead', sha256: next.sha256, bytes: read.bytes })
    })
  }

  #sendMarks(): void {
    const documentId = this.#snapshot.current?.documentId
    if (documentId === undefined) return
    const all = this.#marks[documentId] ?? []
    const marks = all.filter(({ tone }) => this.#showsHidden || tone !== 'hidden')
    const told = JSON.stringify(marks)
    if (told === this.#toldMarks) return
    this.#toldMarks = told
    this.send({ type: 'setMarks', documentId, marks })
  }

  #sendWalk(): void {
    const documentId = this.#snapshot.current?.documentId
    if (documentId === undefined) return
    const id = this.#walk?.documentId === documentId ? this.#walk.markId : null
    this.send({ type: 'activate', documentId, id })
  }

  #sendFind(): void {
    this.send({ type: 'find', highlightAll: true, ...this.#find })
  }

  #show(state: ViewerState): void {
    this.#update({ state })
  }

  #update(change: Partial<ViewerSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    for (const watcher of this.#watchers) watcher()
  }
}
