import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './buildLock.ts'
import { type BuildPart, fingerprintOf, resultsOf } from './buildParts.ts'

export interface BuildOptions {
  readonly root: string
  readonly parts: readonly BuildPart[]
  /** Progress lines; they never go to stdout, which belongs to the command. */
  say(line: string): void
  /** Builds the parts into `folder/PART`. Rejects when one fails. */
  build?(root: string, parts: readonly BuildPart[], folder: string): Promise<void>
}

/**
 * Builds what is missing or older than its sources into `out/`. A part counts as built only once its fingerprint is written,
 * which happens after the whole of it was moved into place: a build cut short is simply built again.
 */
export async function ensureBuilt(options: BuildOptions): Promise<void> {
  if (stale(options).length === 0) return
  const lock = join(options.root, 'out/.lock')
  const onWait = () => options.say('Another start is building; waiting for it.')
  await withLock(lock, onWait, async () => {
    const parts = stale(options)
    if (parts.length === 0) return
    const startedAt = performance.now()
    options.say(`Building ${parts.join(', ')} …`)
    const before = new Map(parts.map((part) => [part, fingerprintOf(options.root, part)]))
    removeLeftovers(options.root)
    const staging = join(options.root, `out/${STAGING}${process.pid}`)
    try {
      await (options.build ?? buildAll)(options.root, parts, staging)
      for (const part of parts) install(options.root, staging, part, before.get(part) ?? '')
    } finally {
      rmSync(staging, { recursive: true, force: true })
    }
    options.say(`Built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`)
  })
}

const STAGING = '.staging-'

/** Only the holder of the lock has a staging folder, so every other is of a build that was cut short. */
function removeLeftovers(root: string): void {
  for (const name of readdirSync(join(root, 'out'))) {
    if (name.startsWith(STAGING)) rmSync(join(root, 'out', name), { recursive: true, force: true })
  }
}

function stale({ root, parts }: BuildOptions): BuildPart[] {
  const built = readStamps(root)
  return parts.filter(
    (part) =>
      missingIn(join(root, 'out', part), part).length > 0 || built[part] !== fingerprintOf(root, part),
  )
}

function missingIn(folder: string, part: BuildPart): string[] {
  return resultsOf(part).filter((file) => !existsSync(join(folder, file)))
}

type Stamps = Readonly<Partial<Record<BuildPart, string>>>

function readStamps(root: string): Stamps {
  try {
    // Written by this file alone; anything else in it only leads to a new build.
    return JSON.parse(readFileSync(join(root, 'out/.fingerprint'), 'utf8')) as Stamps
  } catch {
    return {}
  }
}

function writeStamps(root: string, stamps: Stamps): void {
  const file = join(root, 'out/.fingerprint')
  writeFileSync(`${file}.new`, JSON.stringify(stamps, null, 2))
  renameSync(`${file}.new`, file)
}

function install(root: string, staging: string, part: BuildPart, fingerprint: string): void {
  const made = join(staging, part)
  const missing = missingIn(made, part)
  if (missing.length > 0) throw new Error(`The build of ${part} gave no ${missing.join(', ')}.`)
  const { [part]: _old, ...others } = readStamps(root)
  writeStamps(root, others)
  const place = join(root, 'out', part)
  rmSync(place, { recursive: true, force: true })
  renameSync(made, place)
  writeStamps(root, { ...others, [part]: fingerprint })
}

async function buildAll(root: string, parts: readonly BuildPart[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const database = parts.includes('database')
    ? runTool(root, 'src-main/hosts/launcher/makeDatabase.ts', [join(folder, 'database', 'pg')], {})
    : Promise.resolve()
  await Promise.all([database, buildWithVite(root, parts, folder)])
}

async function buildWithVite(root: string, parts: readonly BuildPart[], folder: string): Promise<void> {
  const electronParts = parts.filter((part) => part === 'main' || part === 'preload' || part === 'renderer')
  if (electronParts.length > 0) {
    const args = ['build', '--outDir', folder, '--ignoreConfigWarning', '--logLevel', 'warn']
    const env = { PROOFDESK_BUILD: electronParts.join(',') }
    await runTool(root, 'node_modules/electron-vite/bin/electron-vite.js', args, env)
  }
  for (const part of ['door', 'viewer'] as const) {
    if (!parts.includes(part)) continue
    const config = `test/config/vite.${part}.config.ts`
    const args = ['build', '--config', config, '--outDir', join(folder, part), '--logLevel', 'warn']
    await runTool(root, 'node_modules/vite/bin/vite.js', args, {})
  }
}

/** Runs a build tool with everything that it prints on our stderr, and takes it along when we are told to end. */
async function runTool(root: string, script: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 2, 2],
  })
  if (underWay.size === 0) process.on('SIGINT', end).on('SIGTERM', end)
  underWay.add(child)
  try {
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`${script} ended with code ${String(code)}.`)
  } finally {
    underWay.delete(child)
    if (underWay.size === 0) process.off('SIGINT', end).off('SIGTERM', end)
  }
}

const underWay = new Set<ChildProcess>()

/** All of them: whoever is told to end says so to the first listener only. */
function end(signal: NodeJS.Signals): void {
  for (const child of underWay) child.kill(signal)
  process.exit(signal === 'SIGINT' ? 130 : 143)
}
