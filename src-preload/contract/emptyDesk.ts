import type { Desk } from './desk.ts'

/** The desk of somebody who has arranged nothing yet. A plain value: the window reads it before any shape is there. */
export const EMPTY_DESK: Desk = {
  filter: '',
  claimId: null,
  density: 'standard',
  widths: {},
  recent: [],
  guide: { state: 'unseen', step: 'open' },
}
