import type { DocumentView } from '../../../../src-preload/contract/claims.ts'
import type {
  MarkPlace,
  NextDocument,
  PageSight,
  PickedPlace,
  Taking,
} from '../../../../src-renderer/features/viewer/viewerProps.ts'
import type { KeyPress, ViewerMark } from '../../../../src-renderer/viewer-frame/messages.ts'

/** What the page asks its server for when it starts. */
export interface Scenario {
  readonly viewerUrl: string
  readonly documents: readonly DocumentView[]
  readonly marks: Readonly<Record<string, readonly ViewerMark[]>>
  readonly theme: 'light' | 'dark'
  readonly language: 'en' | 'it'
  /** What may be opened next. */
  readonly next?: NextDocument | null
}

/** What a spec can reach of the page. */
export interface PageUnderTest {
  readonly activated: MarkPlace[]
  readonly seen: PageSight[]
  readonly keys: KeyPress[]
  /** Places that were pointed at; null = thought better of it. */
  readonly picked: ((Pick<PickedPlace, 'page' | 'quads' | 'text'> & { document: string }) | null)[]
  /** Hashes of what was drawn ahead. */
  readonly ahead: string[]
  /** Documents that were to be printed or copied. */
  readonly taken: [string, Taking][]
  activate(place: MarkPlace): void
  zoom(scale: number): void
  rotate(): void
  setDocuments(documents: readonly DocumentView[]): void
}

declare global {
  interface Window {
    underTest?: PageUnderTest
    /** Stands for the app's bridge, which the frame must not reach. */
    bridge?: { secret: string }
  }
}
