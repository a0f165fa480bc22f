/**
 * `npm run torture [-- --only WORD] [-- --short|--long] [-- --seed N]`: mistreats workstation and hub, and counts what was lost.
 * Every file in `parts/` is a part; the seed is printed first, and the same seed draws the same.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { PartResult, TorturePart } from './torturePart.ts'

interface Flags {
  readonly only: string
  readonly isBeside: boolean
  readonly size: 'short' | 'full' | 'long'
  readonly seed: number
}

const root = resolve(import.meta.dirname, '../..')
const say = (line: string) => void process.stderr.write(`${line}\n`)

/** Null when the words make no sense. */
function readFlags(args: readonly string[]): Flags | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', default: '' },
        long: { type: 'boolean', default: false },
        short: { type: 'boolean', default: false },
        seed: { type: 'string' },
        // One part of a run that has others: it prints what it found and nothing of the run.
        beside: { type: 'boolean', default: false },
      },
    })
    const seed = values.seed === undefined ? Date.now() % 1_000_000_007 : Number(values.seed)
    if (!Number.isSafeInteger(seed) || (values.long && values.short)) return null
    const { only, beside } = values
    return { only, isBeside: beside, size: values.long ? 'long' : values.short ? 'short' : 'full', seed }
  } catch {
    return null
  }
}

async function loadParts(): Promise<TorturePart[]> {
  const files = readdirSync(join(import.meta.dirname, 'parts')).filter((name) => name.endsWith('.ts'))
  return Promise.all(
    files.sort().map(async (name) => {
      const { part } = (await import(`./parts/${name}`)) as { part?: TorturePart }
      if (part === undefined) throw new Error(`parts/${name} exports no part.`)
      return part
    }),
  )
}

async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args)
  const parts = await loadParts()
  const named = parts.filter(({ name }) => name === flags?.only)
  const chosen = named.length > 0 ? named : parts.filter(({ name }) => name.includes(flags?.only ?? ''))
  if (flags === null || chosen.length === 0) {
    say(
      `Usage: npm run torture -- [--only WORD] [--short|--long] [--seed N]   parts: ${parts.map(({ name }) => name).join(', ')}`,
    )
    return 2
  }
  if (flags.isBeside) return (await endureAll(chosen, flags)).every((held) => held) ? 0 : 1
  process.stdout.write(`seed ${flags.seed}\n`)
  say(`${cpus().length} cores, Node ${process.versions.node}, ${flags.size}`)
  const startedAt = performance.now()
  const failed = (await endureAll(chosen, flags)).filter((held) => !held).length
  const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1)
  process.stdout.write(
    `${chosen.length - failed} of ${chosen.length} parts held, seed ${flags.seed}, ${minutes} minutes\n`,
  )
  return failed === 0 ? 0 : 1
}

/** So many side by side: a part waits for disks, processes and the wire a good part of its time. */
const SIDE_BY_SIDE = 3

/** Whether each part held. Those that measure how long things take come last, one after the other. */
async function endureAll(parts: readonly TorturePart[], flags: Flags): Promise<boolean[]> {
  const [first] = parts
  if (first !== undefined && parts.length === 1) return [await endure(first, flags)]
  const held: boolean[] = []
  const waiting = parts.filter(({ isAlone }) => !isAlone).toSorted((a, b) => b.minutes - a.minutes)
  const lane = async (): Promise<void> => {
    for (let part = waiting.shift(); part; part = waiting.shift()) held.push(await endureApart(part, flags))
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane))
  for (const part of parts.filter(({ isAlone }) => isAlone)) held.push(await endureApart(part, flags))
  return held
}

/** In a process of its own: some parts rule over its time and its fetches. */
async function endureApart({ name }: TorturePart, { size, seed }: Flags): Promise<boolean> {
  const args = [import.meta.filename, '--only', name, '--seed', String(seed), '--beside']
  const child = spawn(process.execPath, size === 'full' ? args : [...args, `--${size}`], { stdio: 'inherit' })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code === 0
}

/** Runs one part and prints its line; whether it held. */
async function endure(part: TorturePart, { size, seed, only, isBeside }: Flags): Promise<boolean> {
  const scratch = mkdtempSync(join(tmpdir(), `proofdesk-${part.name}-`))
  const startedAt = performance.now()
  const isAsked = only === part.name && !isBeside && size === 'full'
  const load = isAsked ? (part.asked ?? part.full) : part[size]
  say(`— ${part.name} ${wordsOf(load)}`)
  try {
    const { figures, failures } = await part
      .run({ load, seed, say: (line) => say(`  ${part.name}: ${line}`), scratch, root })
      .catch((error: unknown): PartResult => ({ figures: {}, failures: [traceOf(error)] }))
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    const verdict = failures.length === 0 ? 'held' : 'BROKE'
    process.stdout.write(`${verdict} ${part.name}: ${wordsOf(figures)} (${seconds} s)\n`)
    for (const failure of failures) process.stdout.write(`  ${failure}\n`)
    return failures.length === 0
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

const wordsOf = (figures: Readonly<Record<string, number | string>>): string =>
  Object.entries(figures)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')

const traceOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

process.exitCode = await run(process.argv.slice(2))
