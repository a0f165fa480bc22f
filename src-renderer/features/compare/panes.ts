import type { ReactNode, Ref } from 'react'
import type { DocumentView } from '../../../src-preload/contract/claims.ts'
import type { FrameMessage, ScrollPlace, ViewerMark, ZoomOrder } from '../../viewer-frame/messages.ts'
import type { Side } from './changeMarks.ts'

/** What the comparison asks of the pages of one version. */
export interface PaneHandle {
  activate(markId: string | null): void
  scrollTo(place: ScrollPlace): void
  zoom(order: ZoomOrder): void
  paintPage(page: number, widthPx: number): void
  overlay(older: { readonly page: number; readonly bitmap: ImageBitmap } | null): void
}

export type PaneNews = Extract<FrameMessage, { type: 'scrolled' | 'paintedPage' | 'overlaid' }>

export interface PaneProps {
  readonly ref: Ref<PaneHandle>
  readonly document: DocumentView
  readonly marks: readonly ViewerMark[]
  readonly onMarkActivated: (markId: string) => void
  readonly onPage: (page: number) => void
  readonly onNews: (news: PaneNews) => void
}

/** The pages come from the viewer, which this feature does not know. */
export type RenderPane = (side: Side, props: PaneProps) => ReactNode
