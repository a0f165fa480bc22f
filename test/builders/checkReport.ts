import { CheckReport } from '../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
import { CRITERIA, type Criterion, type Verdict } from '../../src-preload/contract/vocabulary/words.ts'

/** A report that says one verdict of everything, except where `but` says otherwise. */
export function aReport(
  record: ClaimRecord,
  verdict: Verdict = 'met',
  but: Partial<Record<Criterion, Verdict>> = {},
): CheckReport {
  const finding = (criterion: Criterion, item: string | null) => ({
    criterion,
    item,
    verdict: but[criterion] ?? verdict,
    confidence: 0.9,
    sentence: 'As the test wants it.',
    say: { code: 'test', values: {} },
    evidence: [],
    absence: null,
  })
  return CheckReport.parse({
    caseId: null,
    claimId: record.form.claimId,
    checker: 'test',
    policy: 'seed-2020@1',
    documents: record.documents.map(({ fileName, sha256 }) => ({
      file: fileName,
      sha256,
      type: 'pdf',
      pages: 1,
      status: 'read',
      reason: null,
    })),
    findings: [
      ...CRITERIA.map((criterion) => finding(criterion, null)),
      ...record.form.items.map(({ id }) => finding('products', id)),
    ],
    signatures: [],
    dates: [],
    claimChecks: [],
    flags: [],
  })
}
