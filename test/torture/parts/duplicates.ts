import { isDeepStrictEqual } from 'node:util'
import { createHubLink, fixedAddress } from '../../../src-main/hosts/services/hubLink.ts'
import { type Chances, chancesOf } from '../../../src-main/hub/demo/traffic/chances.ts'
import { aHubClaim, NOW } from '../../builders/hub/hubClaim.ts'
import { sendAll, type SentOperation, STEPS } from '../duplicates/sender.ts'
import type { PartResult, TortureOptions, TorturePart } from '../torturePart.ts'
import type { Fault } from '../wire/fault.ts'
import { startFaultProxy } from '../wire/faultProxy.ts'
import { effectsOf } from '../wire/oracle.ts'
import { realClock } from '../wire/realClock.ts'
import { openTortureDatabase } from '../wire/tortureDatabase.ts'
import { openTortureHub, type TortureHub } from '../wire/tortureHub.ts'

/** `server` 1 = PostgreSQL if it is there: only a server answers several at the same time. */
const SHORT = { operations: 48, clients: 3, server: 0 }
const USERS = ['reviewer', 'reviewer-2', 'team_lead']

/** How often each befalls a request; the rest go well. */
const MISHAPS: readonly [Fault, number][] = [
  [{ name: 'drop', way: 'answer' }, 0.12],
  [{ name: 'truncate', way: 'answer' }, 0.05],
  [{ name: 'drop', way: 'request' }, 0.06],
  [{ name: 'duplicate', way: 'request' }, 0.12],
  [{ name: 'late_copy', way: 'request' }, 0.1],
  [{ name: 'overtaken', way: 'request' }, 0.05],
]

function mishapOf(chances: Chances, number: number): Fault | null {
  let share = chances.share('mishap', number)
  for (const [fault, weight] of MISHAPS) {
    if (share < weight) return fault
    share -= weight
  }
  return null
}

/** Everything that is wrong with what became of them; empty = each has one answer and one effect. */
async function wrongsOf(
  hub: TortureHub,
  sent: readonly SentOperation[],
  revision: number,
): Promise<string[]> {
  const kept = await hub.operations()
  const comments = await hub.comments()
  const records = await hub.records()
  const ofOperation = sent.flatMap(({ request, answers, words }) => {
    const rows = kept.filter(({ operationId }) => operationId === request.operationId)
    const told = words === null ? null : comments.filter((text) => text === words).length
    const times = rows[0]?.result.outcome === 'applied' ? 1 : 0
    const name = `${request.action.kind} ${request.operationId}`
    if (rows.length !== 1) return [`${name} was kept ${rows.length} times`]
    if (told !== null && told !== times) return [`${name} was told ${told} times instead of ${times}`]
    const others = answers.filter((answer) => !isDeepStrictEqual(answer, rows[0]?.result))
    return others.length > 0 ? [`${name} was answered in ${others.length} other ways`] : []
  })
  const ofClaim = [...records].flatMap(([claimId, record]) => {
    const applied = kept.filter((one) => one.claimId === claimId && one.result.outcome === 'applied').length
    const moved = record.revision - revision
    const strayed = moved === applied ? [] : [`${claimId} moved on ${moved} times by ${applied} operations`]
    return [...strayed, ...effectsOf(record, kept)]
  })
  return [...ofOperation, ...ofClaim]
}

async function run({ load, seed }: TortureOptions<typeof SHORT>): Promise<PartResult> {
  const chances = chancesOf(seed)
  const { database } = await openTortureDatabase(load.server === 1)
  const hub = await openTortureHub(database, () => NOW)
  const proxy = await startFaultProxy({ target: hub.url, clock: realClock, pageSize: null })
  const wrongs: string[] = []
  try {
    const wishes = Array.from({ length: Math.ceil(load.operations / STEPS) }, (_, at) => ({
      claimId: `T-${at}`,
      products: [`m365.T-${at}`],
      state: 'submitted' as const,
      subState: 'queued' as const,
    }))
    await hub.putClaims(wishes)
    const claims = wishes.map(aHubClaim)
    let requests = 0
    proxy.plan = ({ name }) => {
      if (!name.startsWith('POST /v1.0/claims/{id}/operations')) return null
      requests += 1
      return mishapOf(chances, requests)
    }
    const sent = await Promise.all(
      Array.from({ length: load.clients }, (_, at) =>
        sendAll(
          {
            name: `client ${at}`,
            user: chances.pick(USERS, 'user', at),
            hub: createHubLink(fixedAddress(new URL(proxy.url))),
            claims: claims.filter((_one, index) => index % load.clients === at),
            chances,
          },
          (wrong) => wrongs.push(wrong),
        ),
      ),
    )
    // What is still on its way arrives now, after everything was answered.
    proxy.heal()
    while (proxy.isBusy())
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
    const all = sent.flat()
    wrongs.push(...(await wrongsOf(hub, all, claims[0]?.revision ?? 0)))
    const applied = all.filter(({ answers }) => answers[0]?.outcome === 'applied').length
    if (applied < all.length / 2)
      wrongs.push(`only ${applied} of ${all.length} were applied: this says little`)
    return {
      figures: {
        database: database.kind,
        operations: all.length,
        requests,
        applied,
        'answered as conflicts': all.length - applied,
        'applied twice': wrongs.length === 0 ? 0 : 'see below',
      },
      failures: wrongs.map((wrong) => `seed ${seed}: ${wrong}`),
    }
  } finally {
    await proxy.close()
    await hub.close()
  }
}

/** Operations that arrive one to many times, late and out of turn, happen once (trust.md Y4). */
export const part: TorturePart<typeof SHORT> = {
  name: 'duplicates',
  minutes: 3,
  short: SHORT,
  full: { operations: 1_000, clients: 8, server: 1 },
  long: { operations: 100_000, clients: 16, server: 1 },
  run,
}
