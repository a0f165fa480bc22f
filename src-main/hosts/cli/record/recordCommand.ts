import { parseArgs } from 'node:util'
import type { RecordReading } from '../../../../src-preload/contract/recordShape.ts'
import { readRecord } from '../../../workstation/record/readRecord.ts'
import type { Command } from '../command.ts'
import { type Console, printable, processConsole } from '../console.ts'
import { readBytes } from '../textFiles.ts'
import { UsageError } from '../usageError.ts'

const USAGE = 'record verify FILE [--json]   (a decision that Proofdesk saved: is it as it was saved?)'

export const recordCommand: Command = {
  name: 'record',
  usage: USAGE,
  run: (args) => runRecord(args, processConsole),
}

/** 0 = it is as it was made, 1 = it is not, or is no record. */
export async function runRecord(args: readonly string[], { out }: Pick<Console, 'out'>): Promise<number> {
  const { path, asJson } = asked(args)
  const reading = readRecord(readBytes(path))
  out(asJson ? `${JSON.stringify(told(reading))}\n` : printable(sentences(path, reading)))
  return reading.outcome === 'verified' ? 0 : 1
}

function asked(args: readonly string[]): { readonly path: string; readonly asJson: boolean } {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [act, path, ...more] = positionals
    if (act === 'verify' && path !== undefined && more.length === 0) return { path, asJson: values.json }
  } catch {
    // Said below, as every other wrong way to ask.
  }
  throw new UsageError('Say what to verify.')
}

/** For programs: what was decided, not the whole of it; that stands in the file. */
function told(reading: RecordReading) {
  if (reading.outcome !== 'verified') return reading
  const { sha256, record } = reading
  const { decision, claim, made, papers } = record
  const { operationId, kind, byUserId, madeAt } = decision
  return {
    outcome: reading.outcome,
    sha256,
    claimId: claim.form.claimId,
    operationId,
    kind,
    byUserId,
    madeAt,
    savedAt: made.at,
    papers: papers.length,
  }
}

const NOT_ONE: Readonly<Record<Extract<RecordReading, { outcome: 'no_record' }>['why'], string>> = {
  not_ours: 'is no decision record: it is not wrapped as Proofdesk wraps one.',
  too_big: 'is no decision record: it is larger than any.',
  newer: 'was saved by a newer Proofdesk. Update this one to read it.',
}

function sentences(path: string, reading: RecordReading): string {
  if (reading.outcome === 'no_record') return `${path} ${NOT_ONE[reading.why]}\n`
  if (reading.outcome === 'altered')
    return [
      `${path} is not as it was saved:`,
      ...reading.entries.map(({ name, problem }) => `  ${name} ${problem}`),
      '',
    ].join('\n')
  const { decision, claim, made, papers } = reading.record
  return [
    `${path} is as it was saved.`,
    `  claim     ${claim.form.claimId} ${claim.form.claimName}`,
    `  decision  ${decision.kind} by ${decision.byName} at ${decision.madeAt}`,
    `  saved     by ${made.by.name} at ${made.at}`,
    `  papers    ${papers.length} of ${claim.documents.length} in the file, each with its hash`,
    `  sha256    ${reading.sha256}`,
    '  Nobody changed it since then. By whom it was saved, the log of that workstation says.',
    '',
  ].join('\n')
}
