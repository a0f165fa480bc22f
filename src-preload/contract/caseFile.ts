import { z } from 'zod'
import { command } from './method.ts'
import { Block } from './vocabulary/blockShape.ts'
import { CaseId } from './vocabulary/idShapes.ts'
import { LOCALES } from './vocabulary/settingWords.ts'

/** An arbitration on paper. */
export const caseFile = {
  /**
   * Makes one PDF of the case for the record, in this language, and writes it where the person chooses; noted in the audit log with its
   * hash before it is written. Answers when it is there: that takes some seconds.
   */
  'arbitration.file': command(
    z.strictObject({ caseId: CaseId, locale: z.enum(LOCALES) }),
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('saved'), where: z.string() }),
      z.strictObject({ outcome: z.literal('cancelled') }),
      /** The disk is full, the folder is not to be written to. */
      z.strictObject({ outcome: z.literal('failed') }),
      /** Nothing came of it within its time. */
      z.strictObject({ outcome: z.literal('not_printed') }),
      /** This machine has no browser that prints. */
      z.strictObject({ outcome: z.literal('no_printer') }),
      /** This person sees parts of the case alone. */
      z.strictObject({ outcome: z.literal('not_whole') }),
      z.strictObject({ outcome: z.literal('blocked'), blocks: z.array(Block) }),
    ]),
  ),
}
