import type { CheckReport } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { FindingTrail } from '../../../poe/judge.ts'

const SIGN = { saw: ' ', passed: '-', decided: '>', settled: '=' } as const

/** How each finding came about, for a person at a terminal: what was seen, which rules passed, which decided, what became of it. */
export function trailTable(report: CheckReport, trails: readonly FindingTrail[]): string {
  const parts = trails.map(({ criterion, item, steps }) => {
    const title = `${criterion}${item === null ? '' : ` ${item}`}`
    return [title, ...steps.map(({ kind, what, why }) => `  ${SIGN[kind]} ${what}: ${why}`)].join('\n')
  })
  return `How ${report.claimId} was judged (- passed over, > decided, = verdict)\n${parts.join('\n')}\n\n`
}
