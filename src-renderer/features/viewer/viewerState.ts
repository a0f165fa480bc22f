import type { FailureReason, FrameMessage } from '../../viewer-frame/messages.ts'

/** `unreachable`: the app did not hand out the bytes. `viewer`: the frame itself did not start. */
export type ShownFailure = FailureReason | 'unreachable' | 'viewer'

export interface FindCount {
  /** Counts from 1; 0 = none. */
  readonly current: number
  readonly total: number
  readonly pending: boolean
}

export interface ReadyPages {
  readonly status: 'ready'
  readonly pages: number
  /** Counts from 1. */
  readonly page: number
  /** 1 = 100 %. */
  readonly scale: number
  readonly fit: 'width' | 'page' | null
  /** Null until something was searched for. */
  readonly find: FindCount | null
  /** What stands there is the document as it was read, not as its own program shows it. */
  readonly isLaid: boolean
  /** A mail whose second page is its plain text, which says something else. */
  readonly hasTwoTexts: boolean
  /** The page that is got ready for the printer; null = nothing is being printed. */
  readonly printing: number | null
  /** A page stands there; before that the paper is blank. */
  readonly isDrawn: boolean
}

/** What the viewer shows of one document. */
export type ViewerState =
  | { readonly status: 'loading' }
  | { readonly status: 'missing' }
  | { readonly status: 'failed'; readonly reason: ShownFailure }
  | ReadyPages

export const LOADING: ViewerState = { status: 'loading' }

export function readyAfter({ pages, hasTwoTexts }: Pick<ReadyPages, 'pages' | 'hasTwoTexts'>): ReadyPages {
  return {
    status: 'ready',
    pages,
    page: 1,
    scale: 1,
    fit: 'width',
    find: null,
    isLaid: false,
    hasTwoTexts,
    printing: null,
    isDrawn: false,
  }
}

/** The state after a message about the document that is shown. Messages about others never get here. */
export function afterMessage(state: ViewerState, message: FrameMessage): ViewerState {
  if (message.type === 'opened') return readyAfter(message)
  if (message.type === 'failed') return { status: 'failed', reason: message.reason }
  if (state.status !== 'ready') return state
  switch (message.type) {
    case 'pageChanged':
      return { ...state, page: message.page }
    case 'zoomChanged':
      return { ...state, scale: message.scale, fit: message.fit }
    case 'findResult':
      return {
        ...state,
        find: { current: message.current, total: message.total, pending: message.pending },
      }
    case 'drawn':
      return { ...state, isDrawn: true }
    case 'printing':
      return { ...state, printing: message.page }
    default:
      return state
  }
}
