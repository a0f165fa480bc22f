/** How a desk may be arranged. Plain values: the window reads them before its first picture, and shapes would bring zod along. */

export const DENSITIES = ['compact', 'standard', 'roomy'] as const
/** Columns whose width a person may set; the others are as wide as what stands in them. */
export const SIZED_COLUMNS = ['due', 'claim', 'customer', 'partner', 'items', 'flags'] as const
export type SizedColumn = (typeof SIZED_COLUMNS)[number]

/** What the guided first triage shows, in this order. */
export const GUIDE_STEPS = ['open', 'evidence', 'confirm', 'decide', 'undo'] as const
export type GuideStep = (typeof GUIDE_STEPS)[number]
/** `left`: put away by the person, to be taken up again. */
export const GUIDE_STATES = ['unseen', 'open', 'left', 'done'] as const
