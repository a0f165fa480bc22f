/** `node24.mjs run.ts build [PART…]` and `node24.mjs run.ts ENTRY [ARGS…]`: builds what ENTRY needs, then becomes it. */
import { join, resolve } from 'node:path'
import { BUILD_PARTS, type BuildPart } from './buildParts.ts'
import { ensureBuilt } from './ensureBuilt.ts'
import { becomeEntry } from './becomeEntry.ts'

const root = resolve(import.meta.dirname, '../../..')
const say = (line: string) => void process.stderr.write(`${line}\n`)

const PARTS_OF: Readonly<Record<string, readonly BuildPart[]>> = {
  hub: ['main', 'database'],
  cli: ['main'],
  loopback: ['main', 'door', 'renderer', 'viewer', 'database'],
}

async function run([entry = '', ...args]: readonly string[]): Promise<void> {
  if (entry === 'build') {
    const parts = args.length === 0 ? BUILD_PARTS : BUILD_PARTS.filter((part) => args.includes(part))
    return ensureBuilt({ root, parts, say })
  }
  const parts = PARTS_OF[entry]
  if (parts === undefined) {
    say(`Usage: run.ts ${['build', ...Object.keys(PARTS_OF)].join('|')} [ARGS…]`)
    process.exitCode = 2
    return
  }
  await ensureBuilt({ root, parts, say })
  await becomeEntry(join(root, 'out/main', `${entry}.js`), args)
}

await run(process.argv.slice(2)).catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
