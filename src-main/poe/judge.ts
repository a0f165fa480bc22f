import type { CheckReport } from '../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm, PolicyVersion } from '../../src-preload/contract/vocabulary/claimShape.ts'
import { coverageOf, findingOf, opinion } from './criteria/opinion.ts'
import { knowParties } from './criteria/parties/knowParties.ts'
import type { JudgedDocument } from './criteria/text/passages.ts'
import { judgeUsable } from './criteria/usablePoe.ts'
import { READER_VERSION } from './facts/readerVersion.ts'

/** Changes whenever the same facts may give another verdict; findings are cached by it. */
export const CHECKER_VERSION = 'checks-1.0'

export interface JudgeInput {
  readonly caseId: string | null
  readonly form: ClaimForm
  readonly policy: PolicyVersion
  /** `addedAt` is null for documents of the first submission. */
  readonly documents: readonly JudgedDocument[]
}

/** Pure: the same facts, form, policy and version give the same report. */
export function judge(input: JudgeInput): CheckReport {
  const { form, documents } = input
  const coverage = coverageOf(documents)
  const parties = documents.map((document) => knowParties(document, form))
  const usable = judgeUsable(parties, form, coverage, false)
  const open = opinion('cannot_tell', 1, 'poe_not_read', { reason: 'type' })
  return {
    caseId: input.caseId,
    claimId: form.claimId,
    checker: `${CHECKER_VERSION} ${READER_VERSION}`,
    policy: `${input.policy.id}@${input.policy.version}`,
    documents: documents.map(({ file, facts }) => ({
      file,
      sha256: facts.sha256,
      type: facts.type,
      pages: facts.pageCount,
      status: facts.status,
      reason: facts.reason,
    })),
    findings: [
      findingOf('usablePoe', null, usable, coverage),
      findingOf('customerAcknowledgment', null, open, coverage),
      findingOf('dates', null, open, coverage),
      findingOf('products', null, open, coverage),
      ...form.items.map((item) => findingOf('products', item.id, open, coverage)),
      findingOf('serviceDescription', null, open, coverage),
    ],
    signatures: [],
    dates: [],
    claimChecks: [],
    flags: documents.flatMap(({ file, facts }) => facts.flags.map((flag) => ({ ...flag, document: file }))),
  }
}
