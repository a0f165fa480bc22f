import type { Ref } from 'react'
import type { DocumentView } from '../../src-preload/contract/claims.ts'
import type { FrameMessage, ScrollPlace, ViewerMark, ZoomOrder } from '../viewer-frame/messages.ts'

/** A document that stands beside another one; a file inside a document is one too. */
export type PaneDocument = Pick<
  DocumentView,
  'documentId' | 'sha256' | 'fileName' | 'mediaType' | 'availability' | 'url'
>

/** What a feature asks of the pages of one document. Every call is safe at any time; without a document it does nothing. */
export interface PaneHandle {
  /** Null = no mark is current. */
  activate(markId: string | null): void
  goToPage(page: number): void
  scrollTo(place: ScrollPlace): void
  zoom(order: ZoomOrder): void
  /** The answer comes as news. */
  paintPage(page: number, widthPx: number): void
  /** Takes the bitmap over; null takes the overlay away. */
  overlay(older: { readonly page: number; readonly bitmap: ImageBitmap } | null): void
}

export type PaneNews = Extract<FrameMessage, { type: 'scrolled' | 'paintedPage' | 'overlaid' }>

/** The pages come from the viewer, which the features that show them side by side do not know: `app/` brings the two together. */
export interface PaneProps {
  readonly ref: Ref<PaneHandle>
  readonly document: PaneDocument
  readonly marks: readonly ViewerMark[]
  readonly onMarkActivated: (markId: string) => void
  /** The page in sight, of so many. */
  readonly onPage: (page: number, pages: number) => void
  readonly onNews: (news: PaneNews) => void
}
