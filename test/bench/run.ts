/** `npm run bench [-- --json] [-- --only WORD]`: every figure is a ratio against a baseline of the same run. */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BUILD_PARTS } from '../../src-main/hosts/launcher/buildParts.ts'
import { ensureBuilt } from '../../src-main/hosts/launcher/ensureBuilt.ts'
import type { Bench, BenchRow } from './measure/row.ts'
import { arbitrationAct } from './rows/arbitrationAct.ts'
import { arbitrationDetect } from './rows/arbitrationDetect.ts'
import { boardPaint } from './rows/boardPaint.ts'
import { checkOcr, checkOcrTwo, checkText, checkTwoPages } from './rows/checks.ts'
import { decideDurable } from './rows/decideDurable.ts'
import { encryptedApply, encryptedDecide, encryptedRows } from './rows/encrypted.ts'
import { firstChunk } from './rows/firstChunk.ts'
import { firstPage, firstPageScan } from './rows/firstPage.ts'
import { heap } from './rows/heap.ts'
import { hubDelta } from './rows/hubDelta.ts'
import { hubPush } from './rows/hubPush.ts'
import { leadLive } from './rows/leadLive.ts'
import { leadTiles } from './rows/leadTiles.ts'
import { queueKey } from './rows/queueKey.ts'
import { leadForecast } from './rows/leadForecast.ts'
import { queueScroll } from './rows/queueScroll.ts'
import { search, searchTrip } from './rows/search.ts'
import { sla } from './rows/sla.ts'
import { start } from './rows/start.ts'
import { syncApply } from './rows/syncApply.ts'
import { syncChanges } from './rows/syncChanges.ts'

const BENCHES: readonly Bench[] = [
  start,
  decideDurable,
  syncApply,
  syncChanges,
  encryptedApply,
  encryptedDecide,
  encryptedRows,
  firstChunk,
  queueScroll,
  queueKey,
  heap,
  firstPage,
  firstPageScan,
  boardPaint,
  search,
  searchTrip,
  sla,
  checkText,
  checkTwoPages,
  checkOcr,
  checkOcrTwo,
  hubPush,
  hubDelta,
  arbitrationAct,
  arbitrationDetect,
  leadForecast,
  leadTiles,
  leadLive,
]

const root = resolve(import.meta.dirname, '../..')
const say = (line: string) => void process.stderr.write(`${line}\n`)

function parse(args: readonly string[]): { json: boolean; only: string } | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
    })
    return values
  } catch {
    return null
  }
}

async function run(args: readonly string[]): Promise<number> {
  const flags = parse(args)
  const chosen = BENCHES.filter(({ id }) => id.includes(flags?.only ?? ''))
  if (flags === null || chosen.length === 0) {
    say(`Usage: npm run bench -- [--json] [--only WORD]   rows: ${BENCHES.map(({ id }) => id).join(', ')}`)
    return 2
  }
  await ensureBuilt({ root, parts: BUILD_PARTS, say })
  say(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(2)}, Node ${process.versions.node}`)
  const rows = await measure(chosen)
  process.stdout.write(flags.json ? `${JSON.stringify(rows, null, 2)}\n` : table(rows))
  return rows.every(({ ratio, must }) => ratio <= must) ? 0 : 1
}

async function measure(benches: readonly Bench[]): Promise<BenchRow[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'proofdesk-bench-'))
  const rows: BenchRow[] = []
  try {
    for (const bench of benches) {
      say(bench.id)
      rows.push(await bench.run({ root, say, scratch }))
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return rows
}

function table(rows: readonly BenchRow[]): string {
  const lines = rows.map(
    ({ id, what, baseline, ratio, spread, must, aim, unit, oursMedian, baselineMedian }) => {
      const verdict = ratio > must ? 'FALLS SHORT' : ratio <= aim ? 'aim' : 'must'
      return `| ${id} | ${what} | ${baseline} | ${times(ratio)} ± ${(spread * 100).toFixed(0)} % | ≤ ${times(must)} | ≤ ${times(aim)} | ${verdict} | ${oursMedian.toFixed(1)} / ${baselineMedian.toFixed(1)} ${unit} |`
    },
  )
  const head =
    '| id | what | baseline | ratio | must | aim | meets | ours / baseline |\n|---|---|---|---|---|---|---|---|'
  return `${[head, ...lines].join('\n')}\n`
}

/** Small ratios with two figures that say something, and the other way round: 0.000032× (1 : 31,000). */
function times(ratio: number): string {
  if (ratio >= 0.1) return `${ratio.toFixed(2)}×`
  const figures = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 })
  return `${figures.format(ratio)}× (1 : ${figures.format(1 / ratio)})`
}

process.exitCode = await run(process.argv.slice(2))
