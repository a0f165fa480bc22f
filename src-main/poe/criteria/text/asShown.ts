import type { CheckReport, Evidence, Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { PageFacts } from '../../facts/documentFacts.ts'
import type { JudgedDocument } from './passages.ts'

/** The report with every rect as it lies on the displayed page: criteria judge a page that was brought upright. */
export function asShown(report: CheckReport, documents: readonly JudgedDocument[]): CheckReport {
  const turned = new Map<string, PageFacts['turned']>()
  for (const { file, facts } of documents)
    for (const page of facts.pages) if (page.turned !== 0) turned.set(keyOf(file, page.number), page.turned)
  if (turned.size === 0) return report
  const shown = (evidence: Evidence): Evidence => {
    const turn = turned.get(keyOf(evidence.document, evidence.page))
    return turn === undefined
      ? evidence
      : { ...evidence, rects: evidence.rects.map((rect) => turnBack(rect, turn)) }
  }
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      evidence: finding.evidence.map(shown),
      absence: finding.absence && { ...finding.absence, nearest: finding.absence.nearest.map(shown) },
    })),
    claimChecks: report.claimChecks.map((check) => ({ ...check, evidence: check.evidence.map(shown) })),
  }
}

const keyOf = (file: string, page: number | null): string => `${page ?? '–'} ${file}`

function turnBack([x0, y0, x1, y1]: Rect, turn: PageFacts['turned']): Rect {
  if (turn === 90) return [y0, 1 - x1, y1, 1 - x0]
  if (turn === 180) return [1 - x1, 1 - y1, 1 - x0, 1 - y0]
  return turn === 270 ? [1 - y1, x0, 1 - y0, x1] : [x0, y0, x1, y1]
}
