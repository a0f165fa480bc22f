import { createHash } from 'node:crypto'
import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { DECISIONS } from '../../../src-preload/contract/vocabulary/words.ts'
import { alike } from '../../domain/evidence/prints.ts'
import { isApproval, type JudgedPaper, likenessOf, nearnessOf } from '../../domain/quality/twins.ts'
import { actingAs, JOBS } from '../store/callerContext.ts'
import type { Db, Tx } from '../store/database.ts'
import { listCandidates, listPlaces } from '../store/evidenceRepo.ts'
import { listRead } from '../store/factsRepo.ts'
import { transact } from '../store/transact.ts'
import {
  type ClaimSubject,
  insertJudged,
  insertTwins,
  type JudgedRow,
  type JudgingRow,
  listOpposite,
  listSubjects,
  listTexts,
  listUnjudged,
  listUnread,
  setRead,
  type TwinRow,
} from '../store/twinsRepo.ts'

/** Of so many decisions one request looks for the twins: more, and whoever waits for the answer would notice. */
const AT_ONCE = 200
/** Of one decision no more are kept, the nearest: of a thousand claims made of one form a lead needs some to see what is wrong. */
const MOST_TWINS = 20

/**
 * Looks for near-identical claims with opposite outcomes among decisions that were not compared yet, the newest first, and among those whose
 * papers were read only after they were. Each is compared with those alone that are the same in everything but their papers and have one
 * of its papers, or one that reads nearly like it.
 */
export async function judgeDecisions(db: Db): Promise<void> {
  const judge = () =>
    transact(db, async (tx) => {
      const late = await readSince(tx)
      await setRead(tx, late)
      const judging = await listUnjudged(tx, AT_ONCE)
      const subjects = await listSubjects(tx, judging)
      const read = await readAmong(
        tx,
        judging.flatMap(({ papers }) => papers),
      )
      const judged = judging.flatMap((row) => judgedRows(row, subjects.get(row.claimId), read))
      await insertJudged(tx, judged)
      const papers = papersAtHand(tx)
      for (const row of [...late, ...judged])
        if (row.likeness !== null) await insertTwins(tx, await twinsOf(tx, row, papers))
    })
  await actingAs(JOBS, judge)
}

async function readSince(tx: Tx): Promise<JudgedRow[]> {
  const unread = await listUnread(tx)
  const read = await readAmong(
    tx,
    unread.flatMap(({ papers }) => papers),
  )
  return unread.filter(({ papers }) => papers.every((sha256) => read.has(sha256)))
}

const readAmong = async (tx: Tx, papers: readonly Sha256[]): Promise<ReadonlySet<string>> =>
  new Set(await listRead(tx, [...new Set(papers)]))

/** Of an outcome of cases one for each party: who wins a comparison is no matter of the papers alone, but what was decided before stands no more. */
function judgedRows(
  { kind, papers, parties, verdicts, reasons, ...row }: JudgingRow,
  subject: ClaimSubject | undefined,
  read: ReadonlySet<string>,
): JudgedRow[] {
  const key = { tenantId: row.tenantId, decisionId: row.decisionId, decidedAt: row.decidedAt }
  const nothing = { ...key, isApproval: false, likeness: null, papers: [], isRead: true }
  const outcome = DECISIONS.find((one) => one === kind)
  if (kind === 'case_decide') {
    const named = (parties ?? []).map(({ claimId }) => claimId)
    return [...new Set([row.claimId, ...named])].map((claimId) => ({ ...nothing, claimId }))
  }
  if (outcome === undefined || subject === undefined) return [{ ...nothing, claimId: row.claimId }]
  const { policy } = row
  const same = likenessOf({ ...subject, outcome, policy, reasons: reasons ?? [], words: verdicts ?? [] })
  const own = [...new Set(papers)].sort()
  return [
    {
      ...key,
      claimId: row.claimId,
      isApproval: isApproval(outcome),
      likeness: same === null ? null : createHash('sha256').update(same).digest('hex'),
      papers: own,
      isRead: same === null || own.every((sha256) => read.has(sha256)),
    },
  ]
}

interface PapersAtHand {
  textsOf(papers: readonly Sha256[]): Promise<JudgedPaper[]>
  /** It and those that read nearly like it. */
  near(paper: JudgedPaper): Promise<readonly Sha256[]>
}

/** Many claims rest on one paper: within a request each is looked up once. */
function papersAtHand(tx: Tx): PapersAtHand {
  const texts = new Map<string, string[]>()
  const nearest = new Map<string, readonly Sha256[]>()
  return {
    async textsOf(papers) {
      const missing = papers.filter((sha256) => !texts.has(sha256))
      for (const sha256 of missing) texts.set(sha256, [])
      for (const { sha256, value } of await listTexts(tx, missing)) texts.get(sha256)?.push(value)
      return papers.map((sha256) => ({ sha256, texts: texts.get(sha256) ?? [] }))
    },
    async near({ sha256, texts: own }) {
      const known = nearest.get(sha256)
      if (known !== undefined) return known
      const own256 = sha256 as Sha256 // of a parsed request
      const found = new Set([own256])
      for (const value of own) for (const place of await placesLike(tx, value, own256)) found.add(place)
      nearest.set(sha256, [...found])
      return [...found]
    },
  }
}

async function placesLike(tx: Tx, value: string, notOn: Sha256): Promise<Sha256[]> {
  const candidates = await listCandidates(tx, { kind: 'text', value })
  const near = candidates.filter((other) => alike('text', value, other.value) !== null)
  const places = await listPlaces(
    tx,
    near.map(({ printId }) => printId),
    notOn,
  )
  return places.map(({ sha256 }) => sha256)
}

async function twinsOf(tx: Tx, row: JudgedRow, papers: PapersAtHand): Promise<TwinRow[]> {
  const own = await papers.textsOf(row.papers)
  const near = new Set<Sha256>()
  for (const paper of own) for (const sha256 of await papers.near(paper)) near.add(sha256)
  const found: TwinRow[] = []
  for (const other of await listOpposite(tx, row, [...near])) {
    const nearness = nearnessOf(own, await papers.textsOf(other.papers))
    if (nearness === null) continue
    found.push(
      row.isApproval ? { approved: row, other, nearness } : { approved: other, other: row, nearness },
    )
  }
  return found.toSorted((a, b) => b.nearness - a.nearness).slice(0, MOST_TWINS)
}
