import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Chances, chancesOf } from '../../../src-main/hub/demo/traffic/chances.ts'
import { prepareProfile, type RealStation, startStation, until } from '../station/realStation.ts'
import { type Acknowledged, createReviewer } from '../station/reviewer.ts'
import { smallHub, THE_CLAIMS } from '../station/smallHub.ts'
import type { PartResult, TortureOptions, TorturePart } from '../torturePart.ts'
import { bareDatabase } from '../../builders/profileKey.ts'

type Load = { readonly flips: number; readonly acts: number }

const MOST_BYTES = 16

/**
 * Up to sixteen bytes change anywhere in the database, or in its log of changes after a crash: the app starts, everything that waits
 * still waits with its words, and the claims come from the hub again (issue: torture, trust.md P4).
 */
export const part: TorturePart<Load> = {
  name: 'byteFlips',
  minutes: 1,
  short: { flips: 10, acts: 20 },
  full: { flips: 200, acts: 40 },
  long: { flips: 10_000, acts: 40 },
  run: flipAgainAndAgain,
}

async function flipAgainAndAgain({ load, seed, scratch, say }: TortureOptions<Load>): Promise<PartResult> {
  const prepared = join(scratch, 'prepared')
  const waiting = await aBusyProfile(prepared, load.acts, seed, scratch)
  const chances = chancesOf(seed)
  const failures: string[] = []
  let rebuilt = 0
  for (let n = 1; n <= load.flips; n += 1) {
    const profile = join(scratch, 'profile')
    rmSync(profile, { recursive: true, force: true })
    // Every other time as a crash leaves it: with the log of changes.
    cpSync(join(prepared, n % 2 === 0 ? 'closed' : 'crashed'), profile, { recursive: true })
    const where = flip(profile, chances, n)
    const met = await openFlipped(profile, waiting, join(scratch, `ledger-${n}`)).catch((error: unknown) => ({
      failures: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
      isRebuilt: false,
    }))
    failures.push(...met.failures.map((what) => `flip ${n} (${where}): ${what}`))
    if (met.isRebuilt) rebuilt += 1
    if (n % 20 === 0) say(`${n} flips, ${rebuilt} rebuilt, ${failures.length} failures`)
  }
  return { figures: { flips: load.flips, waiting: waiting.size, rebuilt, lost: failures.length }, failures }
}

/** A profile with operations that have not left, closed in order and as a crash would leave it. Gives back what waits, with its words. */
async function aBusyProfile(
  folder: string,
  acts: number,
  seed: number,
  scratch: string,
): Promise<Map<string, string>> {
  const work = join(scratch, 'work')
  await prepareProfile(work)
  const station = await startStation(work)
  const done: Acknowledged[] = []
  const reviewer = createReviewer(station, chancesOf(seed), (act) => done.push(act))
  for (let n = 0; n < acts; n += 1) await reviewer.act(n)
  cpSync(work, join(folder, 'crashed'), { recursive: true })
  await station.workstation.stop()
  cpSync(work, join(folder, 'closed'), { recursive: true })
  const undone = new Set(done.flatMap((act) => (act.did === 'undo' ? act.operationId : [])))
  return new Map(
    done.flatMap((act) =>
      act.did === 'operation' && !undone.has(act.operationId) ? [[act.operationId, act.text] as const] : [],
    ),
  )
}

const PATIENCE_MS = 60_000

function after(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), ms).unref())
}

function lastWords({ log }: RealStation): string {
  const { event = 'nothing', error } = log.findLast(({ level }) => level !== 'debug') ?? {}
  return error instanceof Error ? `${event}: ${error.message}` : event
}

/** Gives back what was changed where, in words. */
function flip(profile: string, chances: Chances, n: number): string {
  const files = ['workstation.db', 'workstation.db-wal'].filter((name) => existsSync(join(profile, name)))
  const file = chances.pick(files, 'file', n)
  const bytes = readFileSync(join(profile, file))
  const at = Math.floor(chances.share('at', n) * bytes.length)
  const length = Math.min(bytes.length - at, 1 + Math.floor(chances.share('length', n) * MOST_BYTES))
  for (let i = 0; i < length; i += 1)
    bytes[at + i] = (bytes[at + i] ?? 0) ^ (1 + Math.floor(chances.share('bits', n, i) * 255))
  writeFileSync(join(profile, file), bytes)
  return `${length} bytes at ${at} of ${file}`
}

async function openFlipped(
  profile: string,
  waiting: ReadonlyMap<string, string>,
  ledger: string,
): Promise<{ failures: string[]; isRebuilt: boolean }> {
  const offline = await startStation(profile)
  const isHere = async () => {
    const reply = await offline.dispatch('sync.outbox', {})
    return reply.ok
  }
  await until(offline, isHere)
  await offline.workstation.stop()
  const lost = missingWords(profile, waiting)
  const hub = smallHub(ledger)
  const station = await startStation(profile, hub)
  // Whatever was met on the way, in the end all is sent and every claim can be opened.
  const isHealed = async () => {
    const reply = await station.dispatch('sync.outbox', {})
    if (!reply.ok || (reply.value as { operations: unknown[] }).operations.length > 0) return false
    const opened = await Promise.all(
      THE_CLAIMS.map(({ form }) => station.dispatch('claims.open', { claimId: form.claimId })),
    )
    return opened.every(({ ok }) => ok)
  }
  const inTime = await Promise.race([until(station, isHealed).then(() => true), after(PATIENCE_MS)])
  const isRebuilt = existsSync(join(profile, 'quarantine'))
  await station.workstation.stop()
  const taken = hub.taken()
  const strangers = taken.filter((id) => !waiting.has(id))
  return {
    failures: [
      ...lost,
      ...(inTime ? [] : [`not healed within a minute; last said: ${lastWords(station)}`]),
      ...[...waiting.keys()].filter((id) => !taken.includes(id)).map((id) => `${id} never arrived`),
      ...strangers.map((id) => `${id} was never made`),
    ],
    isRebuilt,
  }
}

function missingWords(profile: string, waiting: ReadonlyMap<string, string>): string[] {
  const sqlite = bareDatabase(join(profile, 'workstation.db'), { readonly: true })
  try {
    const rows = sqlite.prepare('select operation_id as id, content from outbox').all() as {
      id: string
      content: string
    }[]
    const words = new Map(
      rows.map(({ id, content }) => {
        const { action } = JSON.parse(content) as { action: { text?: string; comment?: string } }
        return [id, action.text ?? action.comment]
      }),
    )
    return [...waiting].flatMap(([id, text]) =>
      words.get(id) === text ? [] : [`${id} is ${words.has(id) ? 'changed' : 'lost'}`],
    )
  } finally {
    sqlite.close()
  }
}
