import { z } from 'zod'
import { CriterionView } from './claims.ts'
import { Calendar } from './vocabulary/calendarShape.ts'
import { CheckReport } from './vocabulary/checkShape.ts'
import { ClaimComment, ClaimRecord, HistoryEntry } from './vocabulary/claimShape.ts'
import { DetailWord, ReadDays } from './vocabulary/handWordShape.ts'
import { ClaimId, Instant, OperationId, Revision, Sha256, UserId } from './vocabulary/idShapes.ts'
import { OwnEvidence } from './vocabulary/ownEvidenceShape.ts'
import { PolicyProfile } from './vocabulary/policyShape.ts'
import { PolicyVersion } from './vocabulary/policyVersion.ts'
import { ROLES, SENT_KINDS } from './vocabulary/words.ts'

/** What stood on the screen when somebody decided, and what they said: kept in the transaction of the decision. */
export const SeenWhenDecided = z.object({
  operation: z.object({
    operationId: OperationId,
    kind: z.enum(SENT_KINDS),
    byUserId: UserId,
    byName: z.string(),
    role: z.enum(ROLES),
    madeAt: Instant,
    claimRevision: Revision,
    policy: PolicyVersion,
    documentHashes: z.array(z.string()),
    /** What went to the hub: reasons, letter, verdicts. Shown as it is; a hub of another version may want other words. */
    action: z.looseObject({ kind: z.string() }),
  }),
  claim: ClaimRecord,
  report: CheckReport.nullable(),
  criteria: z.array(CriterionView),
  ownEvidence: z.array(OwnEvidence),
  detailWords: z.array(DetailWord),
  readDays: z.array(ReadDays),
})
export type SeenWhenDecided = z.infer<typeof SeenWhenDecided>

/** Pages of one paper that stood in sight as a whole, by the log. */
export const SeenPages = z.object({
  sha256: Sha256,
  inside: z.string(),
  by: UserId,
  /** `1-3,7`; empty = it was opened, and no page stood in sight as a whole. */
  pages: z.string(),
})

/** One line of a workstation's log, as it stands in its chain. */
export const RecordedAct = z.object({
  entry: z.int().min(1),
  at: Instant,
  actor: UserId,
  act: z.string(),
  facts: z.record(z.string(), z.unknown()),
  previousHash: Sha256,
  hash: Sha256,
})

/** Entries of the file by their names; `documents/HASH` stand beside them. Each is JSON in its canonical form. */
export const RECORD_ENTRIES = {
  'decision.json': SeenWhenDecided.shape.operation.extend({
    /** What became of it until the file was made. */
    standing: z.enum(['held', 'waiting', 'applied', 'conflict', 'unknown']),
    /** The letter to the partner as it was sent; empty = none. */
    letter: z.string(),
  }),
  'claim.json': ClaimRecord,
  'findings.json': SeenWhenDecided.pick({
    report: true,
    criteria: true,
    ownEvidence: true,
    detailWords: true,
    readDays: true,
  }),
  /** Null = it is not on the workstation any more. */
  'policy.json': PolicyProfile.nullable(),
  'calendar.json': Calendar.nullable(),
  'pages-seen.json': z.array(SeenPages),
  /** As it stood when the file was made, what came after the decision included. */
  'history.json': z.object({ history: z.array(HistoryEntry), comments: z.array(ClaimComment) }),
  'audit.json': z.array(RecordedAct),
  'made.json': z.object({
    at: Instant,
    by: z.object({ userId: UserId, name: z.string(), role: z.enum(ROLES) }),
    version: z.string(),
    contract: z.int(),
    checker: z.string(),
    reader: z.string(),
  }),
} as const
export type RecordEntryName = keyof typeof RECORD_ENTRIES

/** All that a record says; `papers`: which documents' bytes are in the file. */
export const DecisionRecord = z.object({
  decision: RECORD_ENTRIES['decision.json'],
  claim: RECORD_ENTRIES['claim.json'],
  findings: RECORD_ENTRIES['findings.json'],
  policy: RECORD_ENTRIES['policy.json'],
  calendar: RECORD_ENTRIES['calendar.json'],
  pagesSeen: RECORD_ENTRIES['pages-seen.json'],
  history: RECORD_ENTRIES['history.json'],
  audit: RECORD_ENTRIES['audit.json'],
  made: RECORD_ENTRIES['made.json'],
  papers: z.array(Sha256),
})
export type DecisionRecord = z.infer<typeof DecisionRecord>

export const RECORD_FORMAT = 'proofdesk decision record'
export const RECORD_VERSION = 1
export const MANIFEST = 'manifest.json'

/** What stands in the file, each entry with the SHA-256 of its bytes. Names in their order, none twice. */
export const RecordManifest = z.strictObject({
  format: z.literal(RECORD_FORMAT),
  version: z.int().min(1),
  claimId: ClaimId,
  operationId: OperationId,
  entries: z
    .array(z.strictObject({ name: z.string().max(120), bytes: z.int().min(0), sha256: Sha256 }))
    .max(1_000),
})
export type RecordManifest = z.infer<typeof RecordManifest>

/** Why a file is no record: it is not the wrapping that Proofdesk writes, it is too big, or a newer version wrote it. */
export const NO_RECORD_REASONS = ['not_ours', 'too_big', 'newer'] as const
export const ENTRY_PROBLEMS = ['changed', 'missing', 'added', 'unreadable'] as const

/** What an opened file turned out to be. */
export const RecordReading = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('no_record'), why: z.enum(NO_RECORD_REASONS) }),
  z.strictObject({
    outcome: z.literal('altered'),
    entries: z.array(z.strictObject({ name: z.string(), problem: z.enum(ENTRY_PROBLEMS) })),
  }),
  z.strictObject({
    outcome: z.literal('verified'),
    sha256: Sha256,
    record: DecisionRecord,
  }),
])
export type RecordReading = z.infer<typeof RecordReading>

/** What the window is answered that gave a file to the core. */
export const RecordReply = z.strictObject({
  reading: RecordReading,
  /** When this very file was made on this workstation, by its log; null = the log does not know it. */
  madeHereAt: Instant.nullable(),
})
export type RecordReply = z.infer<typeof RecordReply>
