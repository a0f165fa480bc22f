import { asc, desc, eq, isNotNull } from 'drizzle-orm'
import type {
  ClaimId,
  Instant,
  OperationId,
  TenantId,
  UserId,
} from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { CoachingNote } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { noteWritten } from '../audit/pendingSeals.ts'
import { sealedRow } from '../audit/sealedRows.ts'
import { chainOf, type ClaimKey } from './claimsRepo.ts'
import type { Db, Tx } from './database.ts'
import { coachingNotes } from './schema.ts'

type NoteRow = Omit<CoachingNote, 'claimName' | 'customerName' | 'partnerName'> & ClaimKey

export async function insertNote(
  tx: Tx,
  { from, to, at, tenantId, claimId, ...note }: NoteRow,
): Promise<void> {
  const row = {
    tenantId,
    claimId,
    ...note,
    fromUserId: from.userId,
    fromName: from.name,
    toUserId: to.userId,
    toName: to.name,
    at: new Date(at),
  }
  await tx.insert(coachingNotes).values(row)
  noteWritten(tx, chainOf({ tenantId, claimId }), { rows: [sealedRow('coaching_note', row)] })
}

const MOST_NOTES = 500

/** The newest first. @param toUserId null = to everybody. */
export async function listNotes(db: Db | Tx, toUserId: UserId | null): Promise<NoteRow[]> {
  const rows = await db
    .select()
    .from(coachingNotes)
    .where(toUserId === null ? isNotNull(coachingNotes.toUserId) : eq(coachingNotes.toUserId, toUserId))
    .orderBy(desc(coachingNotes.at), asc(coachingNotes.noteId))
    .limit(MOST_NOTES)
  return rows.map((row) => ({
    tenantId: row.tenantId as TenantId, // all of them of parsed operations and people
    claimId: row.claimId as ClaimId,
    noteId: row.noteId as OperationId,
    decisionId: row.decisionId as OperationId,
    from: { userId: row.fromUserId as UserId, name: row.fromName },
    to: { userId: row.toUserId as UserId, name: row.toName },
    at: row.at.toISOString() as Instant, // what a date gives is one
    criteria: row.criteria,
    missed: row.missed,
    strength: row.strength,
    quality: row.quality,
  }))
}
