import type { ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { Instant } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { toMs } from './instants.ts'

type Value = string | number | null

/** Rows that hang on a claim, in the order of the record. Their first two columns are `claim_key` and `position`. */
interface PartTable {
  readonly table: string
  /** The other columns, in the order in which `rowsOf` gives them. */
  readonly columns: readonly string[]
  readonly rowsOf: (record: ClaimRecord) => readonly (readonly Value[])[]
}

/** Most entries name neither reasons nor fields. */
const json = (list: readonly unknown[]): string => (list.length === 0 ? '[]' : JSON.stringify(list))

const msOrNull = (instant: Instant | null): number | null => (instant === null ? null : toMs(instant))

export const PART_TABLES: readonly PartTable[] = [
  {
    table: 'items',
    columns: ['item_id', 'product_id', 'name', 'subscription_id'],
    rowsOf: ({ form }) => form.items.map((i) => [i.id, i.productId, i.name, i.subscriptionId]),
  },
  {
    table: 'documents',
    columns: [
      'document_id',
      'sha256',
      'file_name',
      'media_type',
      'size_bytes',
      'added_at',
      'kind',
      'added_by',
    ],
    rowsOf: ({ documents }) =>
      documents.map((d) => [
        d.documentId,
        d.sha256,
        d.fileName,
        d.mediaType,
        d.sizeBytes,
        toMs(d.addedAt),
        d.kind,
        d.addedBy,
      ]),
  },
  {
    table: 'comments',
    columns: ['comment_id', 'side', 'author_name', 'at', 'text', 'visibility', 'in_reply_to'],
    rowsOf: ({ comments }) =>
      comments.map((c) => [c.commentId, c.side, c.authorName, toMs(c.at), c.text, c.visibility, c.inReplyTo]),
  },
  {
    table: 'history',
    columns: [
      'entry_id',
      'at',
      'side',
      'kind',
      'actor_name',
      'from_state',
      'to_state',
      'detail',
      'from_sub_state',
      'to_sub_state',
      'reasons',
      'changes',
    ],
    rowsOf: ({ history }) =>
      history.map((h) => [
        h.entryId,
        toMs(h.at),
        h.side,
        h.kind,
        h.actorName,
        h.fromState,
        h.toState,
        h.detail,
        h.fromSubState,
        h.toSubState,
        json(h.reasons),
        json(h.changes),
      ]),
  },
  {
    table: 'claim_clocks',
    columns: [
      'timer',
      'started_at',
      'due_at',
      'half_at',
      'three_quarters_at',
      'nine_tenths_at',
      'paused_share',
    ],
    rowsOf: ({ clocks }) =>
      clocks.map((c) => [
        c.timer,
        toMs(c.startedAt),
        msOrNull(c.dueAt),
        msOrNull(c.halfAt),
        msOrNull(c.threeQuartersAt),
        msOrNull(c.nineTenthsAt),
        c.pausedShare,
      ]),
  },
]

/** Statement that puts one row in. */
export const insertOf = ({ table, columns }: Pick<PartTable, 'table' | 'columns'>): string =>
  `insert into ${table} (claim_key, position, ${columns.join(', ')}) values (?, ?, ${columns.map(() => '?').join(', ')})`
