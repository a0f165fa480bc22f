import { z } from 'zod'
import { CommandOutcome } from './claims.ts'
import { command, query } from './method.ts'
import { Block } from './vocabulary/blockShape.ts'
import { DENSITIES, GUIDE_STATES, GUIDE_STEPS, SIZED_COLUMNS } from './vocabulary/deskWords.ts'
import { ClaimId, Instant, OperationId, Revision } from './vocabulary/idShapes.ts'
import { FILTER_LIMIT } from './vocabulary/filter/filterWords.ts'
import { ClaimFilter } from './vocabulary/queueShape.ts'
import { SharedView } from './vocabulary/viewPack.ts'
import { BULK_ACTS, RANK_PARTS } from './vocabulary/words.ts'

const ViewId = z.uuid()
export const SavedView = z.strictObject({ viewId: ViewId, ...SharedView.shape })
export type SavedView = z.infer<typeof SavedView>

/** How a person left the queue, for the next start. */
export const Desk = z.strictObject({
  filter: z.string().max(FILTER_LIMIT),
  /** The claim on which the cursor stood; null = none. */
  claimId: ClaimId.nullable(),
  density: z.enum(DENSITIES),
  /** In pixels; a column that is not here shares what is left. */
  widths: z.partialRecord(z.enum(SIZED_COLUMNS), z.int().min(48).max(900)),
  /** What was run from the palette, the last first. */
  recent: z.array(z.string().min(1).max(96)).max(12),
  guide: z.strictObject({ state: z.enum(GUIDE_STATES), step: z.enum(GUIDE_STEPS) }),
})
export type Desk = z.infer<typeof Desk>

/** A claim that an act on many leaves out. */
export const LeftOut = z.strictObject({
  claimId: ClaimId,
  claimName: z.string(),
  /** Empty = it is no longer in the queue. */
  blocks: z.array(Block),
})
export type LeftOut = z.infer<typeof LeftOut>

/** One class of claims that stand before another one. */
export const RankPart = z.strictObject({ part: z.enum(RANK_PARTS), claims: z.int().min(1) })

export const desk = {
  'desk.read': query(z.strictObject({}), Desk),
  /** Keeps what is given. Not audited: it says where somebody looked. */
  'desk.keep': command(Desk.partial(), z.strictObject({})),
  /** Of the person who works here, in their order. */
  'views.list': query(z.strictObject({}), z.strictObject({ views: z.array(SavedView) })),
  /** A known id is changed, another one added at the end. */
  'views.save': command(SavedView, z.strictObject({ outcome: z.enum(['saved', 'full']) })),
  'views.remove': command(z.strictObject({ viewId: ViewId }), z.strictObject({})),
  /** The text of a file with all of them. */
  'views.export': query(z.strictObject({}), z.strictObject({ text: z.string() })),
  /** Takes in the views of such a file. What is here already, by name and filter, is not added twice. */
  'views.import': command(
    z.strictObject({ text: z.string().max(200_000) }),
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('imported'), added: z.int().min(0), known: z.int().min(0) }),
      z.strictObject({ outcome: z.enum(['unreadable', 'full']) }),
    ]),
  ),
  /** Out of sight until then, or until the partner brings something new; null = back now. Known here alone. */
  'claims.snooze': command(
    z.strictObject({ claimIds: z.array(ClaimId).min(1).max(500), until: Instant.nullable() }),
    z.strictObject({ outcome: z.enum(['done', 'no_such_time']), claims: z.int().min(0) }),
  ),
  /** What would come of an act on many claims: which of them the rules leave out, and why. */
  'claims.bulkPlan': query(
    z.strictObject({ act: z.enum(BULK_ACTS), claimIds: z.array(ClaimId).max(500) }),
    z.strictObject({ able: z.array(ClaimId), leftOut: z.array(LeftOut) }),
  ),
  /** The same act on many claims, each for itself: one operation and one audit entry a claim, refused where one alone would be. */
  'claims.bulk': command(
    z.strictObject({
      act: z.enum(BULK_ACTS),
      claims: z
        .array(z.strictObject({ claimId: ClaimId, revision: Revision, commandId: OperationId }))
        .min(1)
        .max(500),
    }),
    z.strictObject({
      /** In the order asked; null = the claim is no longer in the queue. */
      outcomes: z.array(z.strictObject({ claimId: ClaimId, outcome: CommandOutcome.nullable() })),
    }),
  ),
  /** Why a claim stands where it stands: one and the claims of all parts make its rank. Null = the filter leaves it out. */
  'claims.whyNext': query(
    z.strictObject({ filter: ClaimFilter, claimId: ClaimId }),
    z.strictObject({
      why: z
        .strictObject({
          rank: z.int().min(1),
          total: z.int().min(1),
          parts: z.array(RankPart),
          dueAt: Instant.nullable(),
        })
        .nullable(),
    }),
  ),
}
