import { z } from 'zod'
import { UserId } from './idShapes.ts'
import { LEAD_PARTS, LEAD_TILES } from './leadWords.ts'
import { TIMERS } from './words.ts'

const Count = z.int().min(0)
const Day = z.iso.date()

/**
 * A number of the board, by what it counts. Tiles, ages and holders count claims, each once, with the clock of it that asks for action
 * first among those meant; dues and breaches count clocks.
 */
export const LeadFigure = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('tile'), tile: z.enum(LEAD_TILES) }),
  /** Clocks that run out on a business day of the board, ran out before, or do after its last day. `timer` null = of every kind. */
  z.strictObject({
    of: z.literal('due'),
    timer: z.enum(TIMERS).nullable(),
    when: z.union([z.enum(['overdue', 'later']), Day]),
  }),
  /** Open claims of a class of age, by the business day with which it begins. */
  z.strictObject({ of: z.literal('age'), from: Count }),
  /** Clocks of the team that ran out in a week, by its Monday. */
  z.strictObject({ of: z.literal('week'), monday: Day, timer: z.enum(TIMERS).nullable() }),
  /** Open claims that somebody works on or handled last; null = nobody ever did. */
  z.strictObject({ of: z.literal('holder'), userId: UserId.nullable() }),
  /** Pauses that began although the partner had answered. */
  z.strictObject({ of: z.literal('late_pauses') }),
])
export type LeadFigure = z.infer<typeof LeadFigure>

/** Of what a figure counts, the part whose clock, programme, country or reviewer is this; value null = none is known. */
export const LeadSlice = z.strictObject({ by: z.enum(LEAD_PARTS), value: z.string().max(64).nullable() })
export type LeadSlice = z.infer<typeof LeadSlice>
