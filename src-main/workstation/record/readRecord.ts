import { MOST_RECORD_BYTES } from '../../../src-preload/contract/vocabulary/recordPath.ts'
import {
  DecisionRecord,
  type ENTRY_PROBLEMS,
  MANIFEST,
  RECORD_ENTRIES,
  RECORD_FORMAT,
  RECORD_VERSION,
  RecordManifest,
  type RecordReading,
} from '../../../src-preload/contract/recordShape.ts'
import { type Entries, jsonBytes, paperOf, parsedJson, sha256Of, unwrap, wrap } from './recordFile.ts'

type Problem = Extract<RecordReading, { outcome: 'altered' }>['entries'][number]

/**
 * What a file is that somebody calls a record. Believes nothing of it: every entry is measured against the manifest, the manifest against
 * its only way to be written, and the file against the bytes that its entries make. Verified, it is as it was made; by whom it was made, no
 * hash says: that is for the log which noted its own.
 */
export function readRecord(bytes: Uint8Array): RecordReading {
  if (bytes.byteLength > MOST_RECORD_BYTES) return { outcome: 'no_record', why: 'too_big' }
  const entries = unwrap(bytes)
  const manifestBytes = entries?.[MANIFEST]
  if (entries === null || manifestBytes === undefined) return { outcome: 'no_record', why: 'not_ours' }
  const written = parsedJson(manifestBytes)
  const manifest = RecordManifest.safeParse(written).data
  if (manifest === undefined) return { outcome: 'no_record', why: whyNot(written) }
  if (manifest.version > RECORD_VERSION) return { outcome: 'no_record', why: 'newer' }
  const problems = [...problemsOfManifest(manifestBytes, manifest), ...problemsOf(entries, manifest)]
  if (problems.length > 0) return { outcome: 'altered', entries: problems }
  const { record, unreadable } = recordOf(entries, manifest)
  if (record === null) return { outcome: 'altered', entries: unreadable }
  // All entries hold, so what differs stands between them.
  if (!isSame(wrap(entries), bytes)) return { outcome: 'no_record', why: 'not_ours' }
  return { outcome: 'verified', sha256: sha256Of(bytes), record }
}

/** A later version may have other fields; that it is a record its first words still say. */
function whyNot(written: unknown): Extract<RecordReading, { outcome: 'no_record' }>['why'] {
  const isRecord =
    typeof written === 'object' && written !== null && 'format' in written && 'version' in written
  if (!isRecord || written.format !== RECORD_FORMAT) return 'not_ours'
  return typeof written.version === 'number' && written.version > RECORD_VERSION ? 'newer' : 'not_ours'
}

const problem = (name: string, what: (typeof ENTRY_PROBLEMS)[number]): Problem => ({ name, problem: what })

const problemsOfManifest = (bytes: Uint8Array, manifest: RecordManifest): Problem[] =>
  isSame(jsonBytes(manifest), bytes) ? [] : [problem(MANIFEST, 'changed')]

function problemsOf(entries: Entries, manifest: RecordManifest): Problem[] {
  const told = new Map(manifest.entries.map((entry) => [entry.name, entry]))
  const here = Object.keys(entries).filter((name) => name !== MANIFEST)
  const changed = [...told.values()].flatMap(({ name, bytes, sha256 }) => {
    const found = entries[name]
    if (found === undefined) return [problem(name, 'missing')]
    return found.byteLength === bytes && sha256Of(found) === sha256 ? [] : [problem(name, 'changed')]
  })
  const isOrdered = manifest.entries.every(
    ({ name }, at, all) => at === 0 || (all[at - 1]?.name ?? '') < name,
  )
  return [
    ...changed,
    ...here.filter((name) => !told.has(name)).map((name) => problem(name, 'added')),
    ...(isOrdered ? [] : [problem(MANIFEST, 'changed')]),
    ...Object.keys(RECORD_ENTRIES).flatMap((name) => (told.has(name) ? [] : [problem(name, 'missing')])),
    // A paper is named by its own hash, whatever the manifest says.
    ...[...told.values()].flatMap(({ name, sha256 }) =>
      paperOf(name) !== null && paperOf(name) !== sha256 ? [problem(name, 'changed')] : [],
    ),
  ]
}

/** Entries that hold and say something else than the shapes want were made by somebody else. */
function recordOf(
  entries: Entries,
  { claimId, operationId }: RecordManifest,
):
  | { readonly record: DecisionRecord; readonly unreadable: [] }
  | { readonly record: null; readonly unreadable: Problem[] } {
  const value = (name: keyof typeof RECORD_ENTRIES) => parsedJson(entries[name] ?? new Uint8Array())
  const unreadable = Object.entries(RECORD_ENTRIES).flatMap(([name, shape]) =>
    shape.safeParse(value(name as keyof typeof RECORD_ENTRIES)).success ? [] : [problem(name, 'unreadable')],
  )
  const record = DecisionRecord.safeParse({
    decision: value('decision.json'),
    claim: value('claim.json'),
    findings: value('findings.json'),
    policy: value('policy.json'),
    calendar: value('calendar.json'),
    pagesSeen: value('pages-seen.json'),
    history: value('history.json'),
    audit: value('audit.json'),
    made: value('made.json'),
    papers: Object.keys(entries).flatMap((name) => paperOf(name) ?? []),
  }).data
  if (record === undefined) return { record: null, unreadable }
  const isOne = record.claim.form.claimId === claimId && record.decision.operationId === operationId
  return isOne ? { record, unreadable: [] } : { record: null, unreadable: [problem(MANIFEST, 'changed')] }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.byteLength === b.byteLength && Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(b)
