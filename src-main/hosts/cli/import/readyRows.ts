import { ClaimToCheck } from '../../../hub/api/intake.ts'
import { isStorable } from '../../../hub/operations/storableText.ts'
import type { LocalPaper, PaperFolder } from './paperFolder.ts'
import { type ReadyRow, refusedRow, type RowOutcome } from './rowOutcome.ts'
import type { ImportRow, WantedClaim } from './wantedClaim.ts'

/** One row as the hub is asked about it; a larger one would not fit a request. */
const MAX_ROW_BYTES = 400_000

/** What can be said of rows without the hub: their papers, ids that stand there twice, and what no request can carry. */
export async function readyRows(
  rows: readonly ImportRow[],
  folder: PaperFolder,
): Promise<{ readonly ready: ReadyRow[]; readonly refused: RowOutcome[] }> {
  const ready: ReadyRow[] = []
  const refused: RowOutcome[] = []
  const places = new Map<string, number>()
  for (const row of rows) {
    const { wanted, claimId, place } = row
    const earlier = claimId === null ? undefined : places.get(claimId)
    const papers: LocalPaper[] = []
    const problems = [...row.problems]
    if (earlier === undefined && claimId !== null) places.set(claimId, place)
    if (earlier !== undefined) problems.push(`The claim stands at ${earlier} already.`)
    for (const paper of wanted?.papers ?? []) {
      const found = await folder.find(paper)
      if ('value' in found) papers.push(found.value)
      else problems.push(found.problem)
    }
    const unfit = wanted === null ? null : whyUnfit(checkOf({ row, wanted, papers }), wanted)
    if (unfit !== null) problems.push(unfit)
    if (wanted === null || problems.length > 0) refused.push(refusedRow(row, problems))
    else ready.push({ row, wanted, papers })
  }
  return { ready, refused }
}

/** What the hub is asked about a row, and what it is sent in the end. */
export function checkOf({ wanted, papers }: ReadyRow) {
  const { claimId, claim, staysDraft } = wanted
  const submittedAt = staysDraft ? null : wanted.submittedAt
  return {
    claimId,
    claim,
    // Submitted elsewhere, so it is brought over from there.
    isMigrated: submittedAt !== null,
    submittedAt,
    staysDraft,
    documents: papers.map(({ meta: { fileName, kind = null } }) => ({ fileName, kind })),
  }
}

/** Such a request would be answered with a fault, and one fault would end the whole import. */
function whyUnfit(check: ReturnType<typeof checkOf>, { claim }: WantedClaim): string | null {
  if (check.claimId.length > 64) return 'The id of a claim has at most 64 characters.'
  if (check.documents.length > 50) return 'It names more than 50 papers.'
  if (!isStorable(check)) return 'It holds characters that cannot be kept.'
  if (Buffer.byteLength(JSON.stringify(claim)) > MAX_ROW_BYTES) return 'It is too long to be sent.'
  return ClaimToCheck.safeParse(check).success ? null : 'A paper has a name that is too long.'
}
