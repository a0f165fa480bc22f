import { parseArgs } from 'node:util'
import type { CheckReport } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { Explained } from '../../../poe/judge.ts'
import type { Command } from '../command.ts'
import { UsageError } from '../usageError.ts'
import { checkCase, type CheckCase, startCheckReader } from './checkCase.ts'
import { readClaimFile, readManifest } from './inputFiles.ts'
import { reportTable } from './reportTable.ts'
import { scoreTable } from './scoreTable.ts'
import { trailTable } from './trailTable.ts'

const USAGE =
  'check --claim claim.json [--json] [--explain] FILE…\n       proofdesk check --manifest M.jsonl [--json] [--explain] [--score]'

export const checkCommand: Command = { name: 'check', usage: USAGE, run: runCheck }

interface Asked {
  readonly cases: readonly CheckCase[]
  readonly json: boolean
  readonly score: boolean
  readonly explain: boolean
}

async function runCheck(args: readonly string[]): Promise<number> {
  const asked = readAsked(args)
  const reader = startCheckReader()
  const reports: CheckReport[] = []
  try {
    // Two claims at a time keep both readers busy; the answers come out in the order of the manifest.
    for (let i = 0; i < asked.cases.length; i += 2) {
      const pair = await Promise.all(asked.cases.slice(i, i + 2).map((one) => checkCase(reader, one)))
      for (const one of pair) {
        process.stdout.write(printed(one, asked))
        reports.push(one.report)
      }
    }
  } finally {
    reader.close()
  }
  if (asked.score) {
    const table = scoreTable(asked.cases, reports)
    if (asked.json) process.stderr.write(table)
    else process.stdout.write(table)
  }
  return 0
}

/** With `--explain` the trail follows the report; as JSON it stands beside the report’s own fields. */
function printed({ report, trails }: Explained, { json, score, explain }: Asked): string {
  if (json) return `${JSON.stringify(explain ? { ...report, trails } : report)}\n`
  const table = score ? '' : reportTable(report)
  return explain ? `${table}${trailTable(report, trails)}` : table
}

const OPTIONS = {
  claim: { type: 'string' },
  manifest: { type: 'string' },
  json: { type: 'boolean', default: false },
  score: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
} as const

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

function readAsked(args: readonly string[]): Asked {
  const { values, positionals } = parse(args)
  const { claim, manifest, json, score, explain } = values
  if ((claim === undefined) === (manifest === undefined))
    throw new UsageError('Give either --claim with files or --manifest.')
  if (manifest !== undefined) {
    if (positionals.length > 0) throw new UsageError('A manifest names its own files; leave the others out.')
    return { cases: readManifest(manifest), json, score, explain }
  }
  if (score) throw new UsageError('--score compares with the truth of a manifest; give --manifest.')
  if (positionals.length === 0) throw new UsageError('Name at least one document after the options.')
  return { cases: [readClaimFile(claim ?? '', positionals)], json, score, explain }
}
