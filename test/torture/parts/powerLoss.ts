import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chancesOf } from '../../../src-main/hub/demo/traffic/chances.ts'
import { lossesOf } from '../station/lossesOf.ts'
import { AS_SHIPPED, prepareProfile, type Weakened } from '../station/realStation.ts'
import { buildRecorder, type DiskEvent, readEvents, RecordedDisk } from '../station/recordedDisk.ts'
import { readActs, sessionsOf, type SpawnSession, untilEnded } from '../station/sessions.ts'
import type { PartResult, TortureOptions, TorturePart } from '../torturePart.ts'

/** `acts` of the recorded session; `points`: moments in which the power goes, for each way of keeping the profile. */
type Load = { readonly acts: number; readonly points: number }

const WAYS: readonly (Weakened & { readonly name: string; readonly mustLose: boolean })[] = [
  { ...AS_SHIPPED, name: 'FULL and journal', mustLose: false },
  { synchronous: 'FULL', journal: 'off', name: 'FULL alone', mustLose: false },
  // Proves that the test bites: here something has to be lost.
  { synchronous: 'NORMAL', journal: 'off', name: 'NORMAL alone', mustLose: true },
]

/**
 * A recorded session of decisions is cut off at its syncs: of what was not synced by then nothing is left, or torn pieces. What was
 * acknowledged before that moment must be there (issue: torture, trust.md P1, §2).
 */
export const part: TorturePart<Load> = {
  name: 'powerLoss',
  minutes: 1,
  short: { acts: 8, points: 6 },
  full: { acts: 60, points: 60 },
  long: { acts: 200, points: 100_000 },
  run: cutThePower,
}

async function cutThePower(options: TortureOptions<Load>): Promise<PartResult> {
  const { scratch, root, say } = options
  const made = { spawn: await sessionsOf(root), library: buildRecorder(root, scratch) }
  const prepared = join(scratch, 'prepared')
  await prepareProfile(join(prepared, 'profile'))
  const failures: string[] = []
  const figures: Record<string, number | string> = {}
  for (const way of WAYS) {
    const { lost, points, acts } = await cutOneWay(options, way, made, prepared)
    figures[way.name] = `${lost.length} lost of ${acts} acts at ${points} moments`
    say(`${way.name}: ${String(figures[way.name])}`)
    if (!way.mustLose) failures.push(...lost.map((what) => `${way.name}: ${what}`))
    else if (lost.length === 0) failures.push(`${way.name}: nothing was lost, so this test proves nothing`)
  }
  return { figures, failures }
}

async function cutOneWay(
  { load, seed, scratch }: TortureOptions<Load>,
  way: (typeof WAYS)[number],
  { spawn, library }: { readonly spawn: SpawnSession; readonly library: string },
  prepared: string,
): Promise<{ lost: string[]; points: number; acts: number }> {
  const folder = join(scratch, 'session')
  const log = join(scratch, 'session.log')
  for (const old of [folder, log]) rmSync(old, { recursive: true, force: true })
  cpSync(prepared, folder, { recursive: true })
  const disk = new RecordedDisk(folder)
  const acts = join(folder, 'acts')
  const wishes = {
    ...way,
    profile: join(folder, 'profile'),
    seed,
    from: 0,
    commands: load.acts,
    ledger: null,
    acts,
    begin: null,
  }
  const env = { LD_PRELOAD: library, RECORDER_FOLDER: folder, RECORDER_LOG: log }
  const { code, errors } = await untilEnded(spawn(wishes, env))
  if (code !== 0) throw new Error(`The session ended with ${code}: ${errors}`)

  const events = readEvents(log)
  const chosen = choose(events, acts, load.points, seed)
  const lost: string[] = []
  let heard = ''
  for (const [index, event] of events.entries()) {
    // The moment before this call, and for a sync the state that it was to end.
    if (chosen.has(index)) lost.push(...(await lossesNow({ disk, folder, scratch, way, seed, index, heard })))
    disk.take(event)
    if (event.kind === 'W' && event.path === acts) heard += event.data.toString()
    if (way.mustLose && lost.length > 0) break
  }
  return { lost, points: chosen.size, acts: readActs(heard).length }
}

/**
 * Indexes of calls before which the power goes: at syncs and right after them, where most is decided, from the first act on; and always
 * at the sync that follows the last act, when all has been heard.
 */
function choose(events: readonly DiskEvent[], acts: string, most: number, seed: number): Set<number> {
  const chances = chancesOf(seed)
  const first = events.findIndex(({ path }) => path === acts)
  const last = events.findLastIndex(({ kind, path }) => kind === 'W' && path === acts)
  const syncs = events.flatMap(({ kind }, n) => (kind === 'F' && n > first ? [n, n + 1] : []))
  const drawn = syncs.toSorted((a, b) => chances.share('point', a) - chances.share('point', b))
  const final = syncs.filter((n) => n > last).slice(0, 1)
  return new Set([...final, ...drawn].slice(0, most))
}

interface Moment {
  readonly disk: RecordedDisk
  readonly folder: string
  readonly scratch: string
  readonly way: Weakened
  readonly seed: number
  readonly index: number
  readonly heard: string
}

async function lossesNow({ disk, folder, scratch, way, seed, index, heard }: Moment): Promise<string[]> {
  const chances = chancesOf(seed)
  const fates = [null, (what: string) => chances.share('fate', index, what)]
  const lost: string[] = []
  for (const [n, fate] of fates.entries()) {
    const target = join(scratch, 'rebuilt')
    rmSync(target, { recursive: true, force: true })
    mkdirSync(target, { recursive: true })
    disk.rebuild(folder, target, fate)
    const found = await lossesOf(join(target, 'profile'), readActs(heard), way).catch((error: unknown) => [
      `the profile did not open: ${error instanceof Error ? error.message : String(error)}`,
    ])
    lost.push(...found.map((what) => `call ${index}, ${n === 0 ? 'nothing unsynced left' : 'torn'}: ${what}`))
  }
  return lost
}
