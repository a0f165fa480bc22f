import type { CheckReport } from '../../../../src-preload/contract/vocabulary/checkShape.ts'

const VERDICT_TEXT = {
  met: 'met',
  not_met: 'NOT MET',
  cannot_tell: 'cannot tell',
  not_applicable: 'n/a',
} as const

/** What a report says, for a person at a terminal. */
export function reportTable(report: CheckReport): string {
  const lines = [
    `${report.caseId ?? ''} claim ${report.claimId}  (${report.checker}, policy ${report.policy})`.trim(),
    ...report.documents.map(({ file, type, pages, status, reason }) => {
      const size = pages === null ? type : `${type}, ${pages} page${pages === 1 ? '' : 's'}`
      return `  ${file}: ${size}, ${status}${reason === null ? '' : ` (${reason})`}`
    }),
    '',
    ...report.findings.map(({ criterion, item, verdict, sentence, evidence }) => {
      const name = item === null ? criterion : `  ${criterion} ${item}`
      const page = evidence[0]?.page ?? null
      const place = evidence[0] ? ` [${evidence[0].document}${page === null ? '' : ` p. ${page}`}]` : ''
      return `  ${name.padEnd(24)} ${VERDICT_TEXT[verdict].padEnd(12)} ${sentence}${place}`
    }),
    ...report.claimChecks.map(
      ({ check, verdict, sentence }) =>
        `  ${check.padEnd(24)} ${VERDICT_TEXT[verdict].padEnd(12)} ${sentence}`,
    ),
    ...report.flags.map(
      ({ kind, document, page, severity, text }) =>
        `  ! ${kind} (${severity}) in ${document}${page === null ? '' : ` p. ${page}`}${text === null ? '' : `: ${text.slice(0, 80)}`}`,
    ),
  ]
  return `${lines.join('\n')}\n\n`
}
