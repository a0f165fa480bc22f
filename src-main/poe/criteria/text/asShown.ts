import type { CheckReport, Evidence } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { PageFacts } from '../../facts/documentFacts.ts'
import { shownRect } from '../../facts/shownRect.ts'
import { withPlaces } from '../told/telling.ts'
import type { JudgedDocument } from './passages.ts'

/** The report with every rect as it lies on the displayed page: criteria judge a page that was brought upright. */
export function asShown(report: CheckReport, documents: readonly JudgedDocument[]): CheckReport {
  const turned = new Map<string, PageFacts>()
  for (const { file, facts } of documents)
    for (const page of facts.pages) if (page.turned !== 0) turned.set(keyOf(file, page.number), page)
  if (turned.size === 0) return report
  const shown = (evidence: Evidence): Evidence => {
    const page = turned.get(keyOf(evidence.document, evidence.page))
    return page === undefined
      ? evidence
      : { ...evidence, rects: evidence.rects.map((rect) => shownRect(rect, page)) }
  }
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      evidence: finding.evidence.map(shown),
      absence: finding.absence && { ...finding.absence, nearest: finding.absence.nearest.map(shown) },
    })),
    claimChecks: report.claimChecks.map((check) => ({ ...check, evidence: check.evidence.map(shown) })),
    told: report.told && withPlaces(report.told, shown),
  }
}

const keyOf = (file: string, page: number | null): string => `${page ?? '–'} ${file}`
