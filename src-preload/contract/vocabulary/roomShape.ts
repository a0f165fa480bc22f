import { z } from 'zod'
import { PROGRAMS } from './words.ts'

/** Whole dates in the zone of the team's calendar, both ends among them. */
export const Absence = z
  .strictObject({ from: z.iso.date(), to: z.iso.date(), note: z.string().trim().max(200).default('') })
  .refine(({ from, to }) => from <= to)
export type Absence = z.infer<typeof Absence>

/** How much a person takes on, as a lead has set it. */
export const Room = z.strictObject({
  /** Decisions a business day; null = nobody has said, their pace tells. */
  claimsADay: z.number().min(0).max(500).nullable(),
  absences: z.array(Absence).max(100),
  /** Empty = all programmes. */
  programs: z.array(z.enum(PROGRAMS)).max(PROGRAMS.length),
})
export type Room = z.infer<typeof Room>

export const NO_ROOM_SET: Room = { claimsADay: null, absences: [], programs: [] }
