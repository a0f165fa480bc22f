import { z } from 'zod'
import { command } from './method.ts'
import { Block } from './vocabulary/blockShape.ts'
import { LOCALES } from './vocabulary/settingWords.ts'

/** What a team did in a week, on paper. */
export const weekly = {
  /**
   * Makes one PDF of a week of the team, Monday to Sunday in the zone of its calendar, and writes it where the lead chooses; noted in the
   * audit log with its hash before it is written. Of the claims that are on this workstation.
   */
  'reports.weekly': command(
    z.strictObject({
      /** 0 = the week that runs. */
      weeksAgo: z.int().min(0).max(520),
      locale: z.enum(LOCALES),
    }),
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('saved'), where: z.string() }),
      z.strictObject({ outcome: z.literal('cancelled') }),
      z.strictObject({ outcome: z.literal('failed') }),
      z.strictObject({ outcome: z.literal('not_printed') }),
      z.strictObject({ outcome: z.literal('no_printer') }),
      z.strictObject({ outcome: z.literal('blocked'), blocks: z.array(Block) }),
    ]),
  ),
}
