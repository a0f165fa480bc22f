import { z } from 'zod'
import { command } from './method.ts'
import { Block } from './vocabulary/blockShape.ts'
import { ClaimId, Sha256 } from './vocabulary/idShapes.ts'
import { LOCALES } from './vocabulary/settingWords.ts'

/** The decision on a claim as a file that opens again. */
export const record = {
  /**
   * The last decision that was made of this claim here, with what was seen and said: one file, written where the person chooses, noted in the
   * audit log with its hash before it is written. `locale`: of its name.
   */
  'record.save': command(
    z.strictObject({ claimId: ClaimId, withPapers: z.boolean(), locale: z.enum(LOCALES) }),
    z.discriminatedUnion('outcome', [
      z.strictObject({
        outcome: z.literal('saved'),
        where: z.string(),
        sha256: Sha256,
        /** Papers whose bytes are not on this machine: their hashes stand in the record all the same. */
        missingPapers: z.int().min(0),
      }),
      z.strictObject({ outcome: z.literal('cancelled') }),
      z.strictObject({ outcome: z.literal('failed') }),
      /** Nobody decided it on this workstation since decisions are kept, or the decision was taken back. */
      z.strictObject({ outcome: z.literal('no_decision') }),
      /** With its papers it would be larger than what is opened again. */
      z.strictObject({ outcome: z.literal('too_big') }),
      z.strictObject({ outcome: z.literal('blocked'), blocks: z.array(Block) }),
    ]),
  ),
}
