import { z } from 'zod'
import { LogFilter } from './audit.ts'
import { command } from './method.ts'
import { CASE_VIEWS } from './vocabulary/arbitrationWords.ts'
import { Block } from './vocabulary/blockShape.ts'
import { Instant } from './vocabulary/idShapes.ts'
import { LeadFigure, LeadSlice } from './vocabulary/leadShape.ts'
import { ClaimFilter } from './vocabulary/queueShape.ts'
import { LOCALES } from './vocabulary/settingWords.ts'
import { TABLE_FORMATS } from './vocabulary/tableWords.ts'

/** Which table, and what of it. */
export const TableWish = z.discriminatedUnion('table', [
  z.strictObject({ table: z.literal('queue'), filter: ClaimFilter }),
  z.strictObject({ table: z.literal('outbox') }),
  z.strictObject({ table: z.literal('cases'), view: z.enum(CASE_VIEWS) }),
  z.strictObject({ table: z.literal('disputes') }),
  z.strictObject({ table: z.literal('audit'), filter: LogFilter }),
  /** What a number of the team lead’s board counts, as of the board. */
  z.strictObject({
    table: z.literal('lead_claims'),
    figure: LeadFigure,
    slice: LeadSlice.nullable(),
    asOf: Instant,
  }),
])
export type TableWish = z.infer<typeof TableWish>

/** What a screen lists, as a file for a spreadsheet. */
export const tables = {
  /**
   * Writes every row of it, not only those on the screen, where the person chooses; noted in the audit log with its hash before it is
   * written.
   */
  'tables.export': command(
    z.strictObject({
      wish: TableWish,
      format: z.enum(TABLE_FORMATS),
      locale: z.enum(LOCALES),
      /** BCP 47 tag of the machine's own region: how a spreadsheet there writes numbers, and so what parts cells in a CSV. */
      region: z.string().min(1).max(64),
    }),
    z.discriminatedUnion('outcome', [
      z.strictObject({
        outcome: z.literal('saved'),
        where: z.string(),
        rows: z.int().min(0),
        /** More rows match than are listed: the screen says the same. */
        isMore: z.boolean(),
      }),
      z.strictObject({ outcome: z.literal('cancelled') }),
      /** The disk is full, the folder is not to be written to. */
      z.strictObject({ outcome: z.literal('failed') }),
      /** More rows than a sheet holds. */
      z.strictObject({ outcome: z.literal('too_many') }),
      z.strictObject({ outcome: z.literal('blocked'), blocks: z.array(Block) }),
    ]),
  ),
}
