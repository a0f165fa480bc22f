import type { CheckReport } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import {
  type Criterion,
  CRITERIA,
  type Verdict,
  VERDICTS,
} from '../../../../src-preload/contract/vocabulary/words.ts'
import type { CheckCase } from './checkCase.ts'
import type { CaseTruth } from './inputFiles.ts'

interface Compared {
  readonly criterion: Criterion
  readonly truth: Verdict
  readonly said: Verdict
  /** Two careful reviewers might differ on it. */
  readonly doubtful: boolean
}

const TRUTH_KEY = {
  usablePoe: 'rightDocument',
  customerAcknowledgment: 'customerSignature',
  dates: 'dates',
  products: 'products',
  serviceDescription: 'serviceDescription',
} as const satisfies Record<Criterion, keyof CaseTruth>

/** Confusion tables of every criterion, over all cases and again without those marked as doubtful. */
export function scoreTable(cases: readonly CheckCase[], reports: readonly CheckReport[]): string {
  const compared = cases.flatMap((one, i) => {
    const report = reports[i]
    return one.truth && report ? compare(one.truth, report) : []
  })
  const certain = compared.filter(({ doubtful }) => !doubtful)
  const labelled = cases.filter(({ truth }) => truth !== null).length
  return [
    tables(`${labelled} labelled claims`, compared),
    tables('the same without doubtful labels', certain),
  ].join('\n')
}

function compare(truth: CaseTruth, report: CheckReport): Compared[] {
  return CRITERIA.map((criterion) => ({
    criterion,
    truth: truth[TRUTH_KEY[criterion]].verdict,
    said:
      report.findings.find((finding) => finding.criterion === criterion && finding.item === null)?.verdict ??
      'cannot_tell',
    doubtful: truth.doubt !== null && truth.doubt.includes(TRUTH_KEY[criterion]),
  }))
}

function tables(title: string, compared: readonly Compared[]): string {
  const parts = CRITERIA.map((criterion) =>
    table(
      criterion,
      compared.filter((one) => one.criterion === criterion),
    ),
  )
  return `== ${title}\n${parts.join('\n')}`
}

function table(criterion: Criterion, all: readonly Compared[]): string {
  const count = (truth: Verdict, said: Verdict): number =>
    all.filter((one) => one.truth === truth && one.said === said).length
  const rows = VERDICTS.map((truth) => {
    const cells = VERDICTS.map((said) => String(count(truth, said)).padStart(16))
    return `  ${truth.padEnd(16)}${cells.join('')}`
  })
  const decided = all.filter(({ said }) => said !== 'cannot_tell').length
  const falseMet = all.filter(({ truth, said }) => said === 'met' && truth !== 'met').length
  const falseNotMet = all.filter(({ truth, said }) => said === 'not_met' && truth !== 'not_met').length
  return [
    criterion,
    `  ${'truth \\ said'.padEnd(16)}${VERDICTS.map((verdict) => verdict.padStart(16)).join('')}`,
    ...rows,
    `  met: ${rates(all, 'met')}; not met: ${rates(all, 'not_met')}; decided ${share(decided, all.length)}; ` +
      `false met ${falseMet}; false not met ${falseNotMet}`,
    '',
  ].join('\n')
}

function rates(all: readonly Compared[], verdict: Verdict): string {
  const said = all.filter((one) => one.said === verdict)
  const right = said.filter((one) => one.truth === verdict).length
  const labelled = all.filter((one) => one.truth === verdict).length
  return `precision ${share(right, said.length)}, recall ${share(right, labelled)}`
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '– (0)' : `${(part / whole).toFixed(3)} (${part}/${whole})`
