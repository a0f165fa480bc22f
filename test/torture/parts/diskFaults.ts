import { cpSync, readFileSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { chancesOf } from '../../../src-main/hub/demo/traffic/chances.ts'
import { lossesOf } from '../station/lossesOf.ts'
import { AS_SHIPPED, prepareProfile } from '../station/realStation.ts'
import { buildRecorder } from '../station/recordedDisk.ts'
import { readActs, sessionsOf, type SpawnSession, untilEnded } from '../station/sessions.ts'
import type { PartResult, TortureOptions, TorturePart } from '../torturePart.ts'

/** `from` to `to`: number of the write or sync that fails first; `step`: every how many of them are tried. */
type Load = { readonly from: number; readonly to: number; readonly step: number; readonly acts: number }

const ERRORS = ['ENOSPC', 'EIO'] as const
/** The disk takes writes again after so many refused ones at most. */
const LONGEST = 8

/**
 * The nth write or sync of a session fails with a full disk or a broken one, and some after it: the command is refused as storage,
 * tried again under the same id, and everything said to be saved is there (issue: torture, trust.md P6).
 */
export const part: TorturePart<Load> = {
  name: 'diskFaults',
  minutes: 11,
  short: { from: 1, to: 25, step: 12, acts: 6 },
  full: { from: 1, to: 100, step: 1, acts: 10 },
  long: { from: 1, to: 1000, step: 1, acts: 200 },
  run: failEachWrite,
}

async function failEachWrite(options: TortureOptions<Load>): Promise<PartResult> {
  const { load, scratch, root, seed, say } = options
  const library = buildRecorder(root, scratch)
  const spawn = await sessionsOf(root)
  const prepared = join(scratch, 'prepared')
  await prepareProfile(prepared)
  const failures: string[] = []
  let [sessions, refused, acknowledged] = [0, 0, 0]
  for (let at = load.from; at <= load.to; at += load.step) {
    // Side by side: most of a session is a process that starts.
    const met = await Promise.all(
      ERRORS.map(async (error) => {
        const count = 1 + Math.floor(chancesOf(seed).share('count', at, error) * LONGEST)
        const { failures: found, ...counts } = await failOnce(options, {
          spawn,
          library,
          prepared,
          at,
          count,
          error,
        })
        return { ...counts, failures: found.map((what) => `${error} at ${at} for ${count}: ${what}`) }
      }),
    )
    for (const one of met) {
      sessions += 1
      refused += one.refused
      acknowledged += one.acknowledged
      failures.push(...one.failures)
    }
    if (sessions % 20 === 0) say(`${sessions} sessions, ${refused} refusals, ${failures.length} failures`)
  }
  if (refused === 0) failures.push('no command was refused, so this test proves nothing')
  return { figures: { sessions, refused, acknowledged, lost: failures.length }, failures }
}

interface Fault {
  readonly spawn: SpawnSession
  readonly library: string
  readonly prepared: string
  readonly at: number
  readonly count: number
  readonly error: (typeof ERRORS)[number]
}

async function failOnce(
  { load, scratch, seed }: TortureOptions<Load>,
  { spawn, library, prepared, at, count, error }: Fault,
): Promise<{ failures: string[]; refused: number; acknowledged: number }> {
  const profile = join(scratch, `profile-${error}`)
  const acts = join(scratch, `acts-${error}`)
  const begin = join(scratch, `begin-${error}`)
  for (const old of [profile, acts, begin]) rmSync(old, { recursive: true, force: true })
  cpSync(prepared, profile, { recursive: true })
  const env = {
    LD_PRELOAD: library,
    RECORDER_FOLDER: profile,
    RECORDER_BEGIN: begin,
    RECORDER_FAIL_AT: String(at),
    RECORDER_FAIL_COUNT: String(count),
    RECORDER_ERRNO: String(constants.errno[error]),
  }
  const wishes = {
    ...AS_SHIPPED,
    profile,
    seed: seed + at,
    from: 0,
    commands: load.acts,
    ledger: null,
    acts,
    begin,
  }
  const { code, errors } = await untilEnded(spawn(wishes, env))
  const heard = readActs(readFileSync(acts, 'utf8'))
  const refused = Number(/refusals (\d+)/.exec(errors)?.[1] ?? 0)
  const ended = code === 0 ? [] : [`the session ended with ${code}: ${errors.slice(0, 2000)}`]
  return { failures: [...ended, ...(await lossesOf(profile, heard))], refused, acknowledged: heard.length }
}
