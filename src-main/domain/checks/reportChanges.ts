import type { CheckReport, Finding } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Recheck, VerdictChange } from '../../../src-preload/contract/vocabulary/recheckShape.ts'

/**
 * What a check says otherwise than the one before it of the same claim. Documents are told apart by their bytes; a criterion that only
 * one of the two has (an item came or went) is no change of verdict.
 */
export function reportChanges(before: CheckReport, after: CheckReport, since: Instant): Recheck {
  const known = new Set(before.documents.map(({ sha256 }) => sha256))
  const kept = new Set(after.documents.map(({ sha256 }) => sha256))
  const added = after.documents.filter(({ sha256 }) => !known.has(sha256)).map(({ file }) => file)
  const removed = before.documents.filter(({ sha256 }) => !kept.has(sha256)).map(({ file }) => file)
  return {
    since,
    added,
    removed,
    changes: after.findings.flatMap((finding) => {
      const old = before.findings.find(
        ({ criterion, item }) => criterion === finding.criterion && item === finding.item,
      )
      return old === undefined || old.verdict === finding.verdict ? [] : [changeOf(old, finding, added)]
    }),
  }
}

function changeOf(
  old: Finding,
  { criterion, item, verdict, evidence }: Finding,
  added: readonly string[],
): VerdictChange {
  // What a person wants to see first is the new paper.
  const place = evidence.find(({ document }) => added.includes(document)) ?? evidence[0] ?? null
  return {
    criterion,
    item,
    before: old.verdict,
    after: verdict,
    document: place?.document ?? null,
    page: place?.page ?? null,
    isNewDocument: place !== null && added.includes(place.document),
  }
}
