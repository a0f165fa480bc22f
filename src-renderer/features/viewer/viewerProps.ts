import type { Ref } from 'react'
import type { PaneDocument } from '../../stores/panes.ts'
import type { KeyPress, ViewerMark, ZoomOrder } from '../../viewer-frame/messages.ts'

/** A document of the claim, or a file inside one. */
export interface ShownDocument extends PaneDocument {
  /** Name of the document that it lies in; not there for a document of the claim. */
  readonly isInside?: string
}

/** One place on a page, named by its document. */
export interface MarkPlace {
  readonly documentId: string
  readonly markId: string
}

export interface PageSight {
  readonly documentId: string
  /** Counts from 1. */
  readonly page: number
  /** 0..1 of the page's area that has been in sight so far; it only grows while the document stays open. */
  readonly share: number
}

/** For commands and keys of the app. Every call is safe at any time; without a document it does nothing. */
export interface DocumentViewerHandle {
  /** Shows the document if need be, scrolls to the mark and makes it current, also when it already is. */
  activate(place: MarkPlace): void
  openDocument(documentId: string): void
  /** Shows the document if need be, and this page of it. */
  showPage(documentId: string, page: number): void
  goToPage(page: number): void
  zoom(order: ZoomOrder): void
  /** A quarter turn clockwise. Only the view turns. */
  rotate(): void
  /** Takes the text that is selected, or lets the reviewer draw a rectangle; `onPicked` tells what came of it. */
  pick(): void
  /** Opens the search field and puts the focus there. */
  find(): void
  /** Puts the focus on the pages. */
  focus(): void
}

/** A document that may be opened next. */
export interface NextDocument {
  readonly sha256: string
  readonly url: string
}

/** Its first page, drawn ahead; `width` in CSS pixels. */
export interface PageAhead {
  readonly sha256: string
  readonly bitmap: ImageBitmap
  readonly width: number
}

/** A place that the reviewer pointed at. */
export interface PickedPlace {
  readonly document: ShownDocument
  readonly page: number
  readonly quads: readonly (readonly number[])[]
  /** What stands there; null where nothing is written. */
  readonly text: string | null
}

/** How a document leaves the viewer. */
export type Taking = 'print' | 'copy'

/** `may`: go on. `text` is for the reviewer; null = nothing need be said. */
export interface TakeAnswer {
  readonly may: boolean
  readonly text: string | null
}

export interface DocumentViewerProps {
  readonly ref?: Ref<DocumentViewerHandle>
  /** The frame's page on the viewer origin, e.g. http://viewer.localhost:PORT/index.html. */
  readonly viewerUrl: string
  readonly documents: readonly ShownDocument[]
  /** By `documentId`. Numbers and ids are the caller's and stay the same for a claim. */
  readonly marks: Readonly<Record<string, readonly ViewerMark[]>>
  /** The evidence that is walked to just now; a change scrolls to it. Null = none. */
  readonly activeMark: MarkPlace | null
  /** Dark dims the paper to 88 %. Forced colours are noticed by the viewer itself. */
  readonly theme: 'light' | 'dark'
  /** Pages by `documentId` as the checker counted them, for the tabs. What the viewer opened itself it knows. */
  readonly pageCounts?: Readonly<Record<string, number>>
  /** The reviewer chose a mark on the page. */
  readonly onMarkActivated: (place: MarkPlace) => void
  readonly onPageSeen: (sight: PageSight) => void
  /** Its first page is drawn when the document in hand stands there. Null = nothing. */
  readonly next?: NextDocument | null
  readonly onAhead?: ((ahead: PageAhead) => void) | undefined
  /** What was drawn ahead, here or in a viewer before this one: stands there until the page itself does. */
  readonly ahead?: PageAhead | null
  /** The reviewer pointed at a place; null = thought better of it. Left out: nothing can be done with places here. */
  readonly onPicked?: ((place: PickedPlace | null) => void) | undefined
  /** Before a print, and to have a copy saved: the app notes it and says whether it may be. */
  readonly onTake: (document: ShownDocument, taking: Taking) => Promise<TakeAnswer>
  /** A key pressed in the frame that neither the frame nor the viewer uses. */
  readonly onKey: (press: KeyPress) => void
}
