import { writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'
import { type Console, printable, processConsole } from '../console.ts'
import { HUB_OPTIONS, HUB_USAGE, hubAddress } from '../hub/hubAddress.ts'
import { HubFailed } from '../hub/hubFailed.ts'
import { openHubSession } from '../hub/hubSession.ts'
import { type IntakeClient, intakeClient } from '../hub/intakeClient.ts'
import { UsageError } from '../usageError.ts'
import { askedRows } from './askedRows.ts'
import { bringRow } from './bringRow.ts'
import type { DayOrder } from './cellValues.ts'
import {
  type ImportReport,
  type ImportSource,
  mappingText,
  refusedCsv,
  reportJson,
  reportText,
} from './importReport.ts'
import { type JudgedRow, judgeRows } from './judgeRows.ts'
import { mapColumns, readOverride } from './mapColumns.ts'
import { noPapers, openPaperFolder } from './paperFolder.ts'
import { readCsv } from './readCsv.ts'
import { readJsonClaims } from './readJsonClaims.ts'
import { rowClaim } from './rowClaim.ts'
import type { RowOutcome } from './rowOutcome.ts'
import type { ImportRow } from './wantedClaim.ts'

const USAGE = `import FILE.csv|FILE.json [--documents DIR] [--apply]
  --documents DIR      where the papers are that the file names
  --apply              brings the claims in; without it nothing is written
  --map "Header=field" what a column holds; "Header=-" leaves it out
  --dates dmy|mdy      how 02/03/2026 is read
  --report FILE.csv    the refused rows with their reasons, to be mended
  --json               one object for machines
${HUB_USAGE}`

/** Brings the claims that a team has, through the rules by which every claim comes in. */
export const importCommand: Command = {
  name: 'import',
  usage: USAGE,
  run: (args) => runImport(args, processConsole),
}

const OPTIONS = {
  ...HUB_OPTIONS,
  documents: { type: 'string' },
  apply: { type: 'boolean', default: false },
  map: { type: 'string', multiple: true },
  dates: { type: 'string' },
  report: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

export async function runImport(args: readonly string[], console: Console): Promise<number> {
  const { file, values } = readArgs(args)
  const address = hubAddress(values, console.env)
  const folder = values.documents === undefined ? noPapers : await openPaperFolder(values.documents)
  const { source, rows } = await readSource(file, values)
  if (!values.json) console.out(printable(mappingText(source)))
  const { asked, refused } = await askedRows(rows, folder)
  const hub = intakeClient(openHubSession(address, console.wait))
  let brokeOff: string | null = null
  let outcomes: RowOutcome[] = refused
  try {
    const judged = await judgeRows(asked, hub)
    const brought = values.apply
      ? await bringAll(judged, hub, console)
      : { done: judged.map(({ outcome }) => outcome) }
    outcomes = [...refused, ...brought.done]
    brokeOff = brought.brokeOff ?? null
  } catch (error) {
    if (!(error instanceof HubFailed)) throw error
    brokeOff = error.message
  }
  const inOrder = outcomes.toSorted((a, b) => a.row.place - b.row.place)
  const report: ImportReport = { source, applied: values.apply, outcomes: inOrder }
  console.out(values.json ? reportJson(report) : printable(reportText(report)))
  if (values.report !== undefined) await writeFile(values.report, refusedCsv(report))
  if (brokeOff !== null)
    console.err(`${brokeOff} The import broke off; run it again, and it goes on where it was.\n`)
  return brokeOff === null && inOrder.every(({ outcome }) => outcome !== 'refused') ? 0 : 1
}

/** Every so many rows somebody who waits hears how far it is. */
const PROGRESS_ROWS = 200

/** One row after another, in the order of the file; what was done stays done when the hub goes away. */
async function bringAll(
  judged: readonly JudgedRow[],
  hub: IntakeClient,
  console: Console,
): Promise<{ readonly done: RowOutcome[]; readonly brokeOff?: string }> {
  const done: RowOutcome[] = []
  for (const one of judged) {
    try {
      done.push(await bringRow(one, hub))
    } catch (error) {
      if (!(error instanceof HubFailed)) throw error
      return { done, brokeOff: error.message }
    }
    if (done.length % PROGRESS_ROWS === 0) console.err(`${done.length} of ${judged.length}\n`)
  }
  return { done }
}

function readArgs(args: readonly string[]) {
  const { values, positionals } = parse(args)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError('Name one file with claims.')
  if (values.report !== undefined && resolve(values.report) === resolve(file))
    throw new UsageError('--report would write over the file with the claims; give another name.')
  return { file, values }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

interface Source {
  readonly source: ImportSource
  readonly rows: readonly ImportRow[]
}

async function readSource(
  file: string,
  { map = [], dates }: { readonly map?: readonly string[]; readonly dates?: string },
): Promise<Source> {
  const order = dayOrder(dates)
  if (extname(file).toLowerCase() === '.json') {
    if (map.length > 0) throw new UsageError('--map is for columns; a list of claims has none.')
    const { rows, ignored } = readJsonClaims(file, order)
    return { rows, source: { placeName: 'entry', header: null, delimiter: ',', mapped: [], ignored } }
  }
  const table = await readCsv(file)
  const { header, delimiter } = table
  const columns = mapColumns(header, map.map(readOverride))
  const rows = table.rows.map((row) => rowClaim(row, columns, order))
  const { mapped, ignored } = columns
  return { rows, source: { placeName: 'line', header, delimiter, mapped, ignored } }
}

function dayOrder(said: string | undefined): DayOrder {
  if (said === undefined || said === 'dmy' || said === 'mdy') return said ?? null
  throw new UsageError('--dates takes dmy or mdy.')
}
