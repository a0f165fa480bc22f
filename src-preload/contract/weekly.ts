import { z } from 'zod'
import { command } from './method.ts'
import { Block } from './vocabulary/blockShape.ts'
import { LOCALES } from './vocabulary/settingWords.ts'

/** What a team did in a week, on paper. */
export const weekly = {
  /**
   * Makes one PDF of the week in which a day lies, Monday to Sunday in UTC, and writes it where the lead chooses; noted in the audit log with
   * its hash before it is written. Of the claims that are on this workstation.
   */
  'reports.weekly': command(
    z.strictObject({ day: z.iso.date(), locale: z.enum(LOCALES) }),
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
