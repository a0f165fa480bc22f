import { sql } from 'drizzle-orm'
import { chancesOf } from '../../../src-main/hub/demo/traffic/chances.ts'
import { startPostgres, whyNoPostgres } from '../../builders/hub/postgresServer.ts'
import { openServer } from '../../builders/hub/testDatabase.ts'
import type { PartyWish } from './cast.ts'
import { type Did, isApplied, LEADS, type LeadsDecision } from './did.ts'
import { type FragileHub, fragileHub } from './fragileHub.ts'
import type { FragileOrder } from './fragileOrders.ts'
import type { Outcome } from './lanes.ts'
import { decisionOf } from './leads.ts'
import { createOracle } from './oracle.ts'
import { openStage, type Stage } from './stage.ts'
import { play } from './steps.ts'
import { frozen, type View, viewOf } from './view.ts'

/** Somebody holds the thing, three others want it, two of them something else besides. */
const PARTIES: readonly PartyWish[] = [
  { products: [0], hasOwn: false, begins: 'approved', policy: 'seed-2020' },
  { products: [0], hasOwn: true, begins: 'under_review', policy: 'docs-2023' },
  { products: [0], hasOwn: false, begins: 'submitted', policy: 'seed-2020' },
  { products: [0, 1], hasOwn: false, begins: 'under_review', policy: 'seed-2020' },
]

/** A decision of these comes to so many at most; later ones are not reached, and the decision is answered. */
const MOST_STATEMENTS = 150
/** How many of them come at the commit: there it is in doubt what became of it. */
const COMMITS = 0.3
const FRAGILE = 'fragile'

export interface MishapWishes {
  readonly seed: number
  readonly mishaps: number
}

/**
 * Decides cases at a hub that is killed between two statements of the decision, or whose connection breaks there. What was answered is
 * whole; what was not is whole or absent; sent again it is there once.
 */
export async function sufferMishaps(
  { seed, mishaps }: MishapWishes,
  say: (line: string) => void,
): Promise<Outcome> {
  if (whyNoPostgres() !== null) return { figures: {}, failures: [] }
  const server = await startPostgres()
  const stage = await openStage(openServer({ url: server.url }))
  const fragile = fragileHub(`${server.url}&application_name=${FRAGILE}`)
  const chances = chancesOf(seed)
  const counts = { killed: 0, broken: 0, unreached: 0, 'unanswered and whole': 0, 'unanswered and absent': 0 }
  const failures: string[] = []
  try {
    for (let turn = 0; turn < mishaps; turn += 1) {
      const order: FragileOrder = {
        statement:
          chances.share('commit', turn) < COMMITS
            ? null
            : 1 + Math.floor(chances.share('statement', turn) * MOST_STATEMENTS),
        isSent: chances.share('sent', turn) < 0.5,
        mishap: turn % 2 === 0 ? 'kill' : 'break',
      }
      const suffered = await suffer({ stage, fragile }, order, Math.floor(chances.share('who', turn) * 4))
      counts[suffered.met] += 1
      if (suffered.became !== null) counts[suffered.became] += 1
      const { wrongs } = suffered
      if (wrongs.length > 0) failures.push(`mishap ${turn}, ${JSON.stringify(order)}: ${wrongs.join('\n  ')}`)
      if (turn % 10 === 9) say(`${turn + 1} of ${mishaps} mishaps: ${JSON.stringify(counts)}`)
    }
  } finally {
    await fragile.stop()
    await stage.close()
    await server.stop()
  }
  return { figures: { mishaps, ...counts }, failures }
}

interface Suffered {
  readonly met: 'killed' | 'broken' | 'unreached'
  readonly became: 'unanswered and whole' | 'unanswered and absent' | null
  readonly wrongs: readonly string[]
}

interface Scene {
  readonly stage: Stage
  readonly fragile: FragileHub
}

async function suffer({ stage, fragile }: Scene, order: FragileOrder, who: number): Promise<Suffered> {
  const { oracle, before, made } = await aDecisionToBeMade(stage, who)
  const answer = await fragile.decide(made, await stage.hub.bearer(made.lead), order)
  await untilLetGo(stage)
  const after = await viewOf(stage.hub)
  const isAbsent = frozen(before) === frozen(after)
  const wrongs: string[] = []
  if (answer !== null) {
    made.answers.push(answer)
    wrongs.push(...oracle.judge(before, after, [didOf(made)]))
  }
  const again = await stage.send(made)
  const settled = await viewOf(stage.hub)
  if (!isApplied(again)) wrongs.push(`sent again it was answered ${JSON.stringify(made.answers.at(-1))}`)
  if (!isAbsent && frozen(after) !== frozen(settled)) wrongs.push('sent again it was done again')
  // What was not answered and is not absent has to be all that it is once it was answered.
  if (answer === null) wrongs.push(...oracle.judge(before, settled, [again]))
  await stage.send(made)
  if (frozen(settled) !== frozen(await viewOf(stage.hub))) wrongs.push('sent a third time it was done again')
  const met = answer !== null ? 'unreached' : order.mishap === 'kill' ? 'killed' : 'broken'
  const became = answer !== null ? null : isAbsent ? 'unanswered and absent' : 'unanswered and whole'
  return { met, became, wrongs }
}

const didOf = (of: LeadsDecision): Did => ({
  side: 'team',
  kind: 'case_decide',
  claimId: of.claimId,
  answer: of.answers[0] ?? { outcome: 'conflict', reason: 'claim_deleted', currentRevision: null },
  of,
  words: null,
})

/** Everybody of the case is reviewed and told, and a lead knows who gets it. */
async function aDecisionToBeMade(stage: Stage, who: number) {
  await stage.begin(PARTIES)
  const oracle = createOracle()
  let said = 0
  const say = () => `Point ${(said += 1)} of what there is to say.`
  const playing = { stage, bag: [], say, isDropping: oracle.isDropping }
  for (const whom of [0, 1])
    await play({ ...playing, view: await viewOf(stage.hub) }, { deed: 'prepare', whom, how: 1 })
  const before: View = await viewOf(stage.hub)
  oracle.judge(before, before, [])
  const decision = decisionOf(
    before,
    { deed: 'decide', whom: 0, how: who * 7 + 1 },
    { isDropping: oracle.isDropping, say },
  )
  const made = decision === null ? null : stage.made(LEADS[0], decision, before)
  if (made === null) throw new Error('There was nothing to decide')
  return { oracle, before, made }
}

/** Until the database has noticed that nobody is there any more. */
async function untilLetGo({ hub }: Stage): Promise<void> {
  for (;;) {
    const rows = await hub.ports.db
      .select({ busy: sql<number>`count(*)::int` })
      .from(sql`pg_stat_activity`)
      .where(sql`application_name = ${FRAGILE} and state <> 'idle'`)
    if (rows[0]?.busy === 0) return
  }
}
