import { z } from 'zod'
import { POE_KINDS } from '../../../../src-preload/contract/vocabulary/intakeWords.ts'
import { PartnerClaim } from '../../../hub/api/intake.ts'
import { json, readText } from '../textFiles.ts'
import { UsageError } from '../usageError.ts'
import { type DayOrder, instantIn } from './cellValues.ts'
import { type ImportRow, standingOf } from './wantedClaim.ts'

const Document = z.union([
  z.string().transform((file) => ({ file, kind: null })),
  z.object({ file: z.string(), kind: z.enum(POE_KINDS).nullable().default(null) }),
])

/** What an entry says beside the claim itself. */
const Entry = z.looseObject({
  claimId: z.string(),
  submittedAt: z.string().nullable().default(null),
  status: z.string().nullable().default(null),
  documents: z.array(Document).default([]),
})

const OWN = Object.keys(Entry.shape)
const KNOWN = [...OWN, ...Object.keys(PartnerClaim.shape)]

/** Claims as partners state them, in a list, each with an id of its own. */
export interface JsonClaims {
  readonly rows: readonly ImportRow[]
  /** Names of fields that nothing here reads. */
  readonly ignored: readonly string[]
}

/** @throws UsageError when the file holds no list. */
export function readJsonClaims(path: string, order: DayOrder): JsonClaims {
  const list = z.array(z.unknown()).safeParse(json(readText(path).replace(/^\uFEFF/, ''), path))
  if (!list.success) throw new UsageError(`${path} should hold a list of claims, as in [{"claimId": …}].`)
  const names = list.data.flatMap((one) => (typeof one === 'object' && one !== null ? Object.keys(one) : []))
  return {
    rows: list.data.map((one, index) => entryClaim(one, index + 1, order)),
    ignored: [...new Set(names)].filter((name) => !KNOWN.includes(name)),
  }
}

function entryClaim(raw: unknown, place: number, order: DayOrder): ImportRow {
  const entry = Entry.safeParse(raw)
  const said = z.object({ claimId: z.string() }).safeParse(raw)
  const claimId = said.success && said.data.claimId.trim() !== '' ? said.data.claimId.trim() : null
  const whole = { place, claimId, cells: null }
  if (!entry.success) {
    const fields = entry.error.issues.map(({ path }) => path.join('.') || 'entry')
    const problems = [...new Set(fields)].map((field) => `The field ${field} is missing or not of its form.`)
    return { ...whole, wanted: null, problems }
  }
  const { submittedAt, status, documents } = entry.data
  const at = instantIn(submittedAt ?? '', order)
  const standing = standingOf(status)
  const wanted = {
    claimId,
    claim: Object.fromEntries(Object.entries(entry.data).filter(([name]) => !OWN.includes(name))),
    papers: documents,
    isMigrated: submittedAt !== null && !standing.staysDraft,
    submittedAt: 'value' in at ? at.value : null,
    staysDraft: standing.staysDraft,
    remarks: standing.remark === null ? [] : [standing.remark],
  }
  const problems = [
    ...(claimId === null ? ['The claim has no id; give it one, so that the import can be repeated.'] : []),
    ...('problem' in at ? [at.problem] : []),
    ...(standing.problem === null ? [] : [standing.problem]),
  ]
  return { ...whole, wanted, problems }
}
