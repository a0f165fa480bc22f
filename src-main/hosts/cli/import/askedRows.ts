import { basename } from 'node:path'
import { ClaimToCheck } from '../../../hub/api/intake.ts'
import { isStorable } from '../../../hub/operations/storableText.ts'
import type { LocalPaper, PaperFolder } from './paperFolder.ts'
import { type AskedRow, refusedRow, type RowOutcome } from './rowOutcome.ts'
import type { ImportRow, WantedClaim } from './wantedClaim.ts'

/** One row as the hub is asked about it; a larger one would not fit a request. */
const MAX_ROW_BYTES = 400_000

/**
 * What can be said of rows without the hub: their papers, ids that stand there twice, and what no request can carry. A row that
 * cannot be asked about is refused; one that merely has problems is asked about as well, so that it hears of everything at once.
 */
export async function askedRows(
  rows: readonly ImportRow[],
  folder: PaperFolder,
): Promise<{ readonly asked: AskedRow[]; readonly refused: RowOutcome[] }> {
  const asked: AskedRow[] = []
  const refused: RowOutcome[] = []
  const places = new Map<string, number>()
  for (const row of rows) {
    const { wanted, claimId, place } = row
    const earlier = claimId === null ? undefined : places.get(claimId)
    if (claimId !== null) places.set(claimId, earlier ?? place)
    const { papers, missing } = await papersOf(wanted, folder)
    const problems = [...row.problems, ...missing]
    const unfit = earlier === undefined ? whyUnfit(wanted) : `The claim stands at ${earlier} already.`
    if (wanted === null || unfit !== null)
      refused.push(refusedRow(row, unfit === null ? problems : [...problems, unfit]))
    else asked.push({ row, wanted, papers, problems })
  }
  return { asked, refused }
}

async function papersOf(
  wanted: WantedClaim | null,
  folder: PaperFolder,
): Promise<{ readonly papers: LocalPaper[]; readonly missing: string[] }> {
  const papers: LocalPaper[] = []
  const missing: string[] = []
  for (const paper of wanted?.papers ?? []) {
    const found = await folder.find(paper)
    if ('value' in found) papers.push(found.value)
    else missing.push(found.problem)
  }
  return { papers, missing }
}

/** What the hub is asked about a row; a paper that is missing here counts all the same. */
export function checkOf({ claimId, claim, isMigrated, submittedAt, staysDraft, papers }: WantedClaim) {
  return {
    claimId,
    claim,
    isMigrated,
    submittedAt: isMigrated ? submittedAt : null,
    staysDraft,
    documents: papers.map(({ file, kind }) => ({ fileName: basename(file) || file, kind })),
  }
}

/** Such a request would be answered with a fault, and one fault would end the whole import. Null = it can be sent. */
function whyUnfit(wanted: WantedClaim | null): string | null {
  if (wanted === null) return null
  const check = checkOf(wanted)
  if ((check.claimId ?? '').length > 64) return 'The id of a claim has at most 64 characters.'
  if (check.documents.length > 50) return 'It names more than 50 papers.'
  if (!isStorable(check)) return 'It holds characters that cannot be kept.'
  if (Buffer.byteLength(JSON.stringify(check)) > MAX_ROW_BYTES) return 'It is too long to be sent.'
  return ClaimToCheck.safeParse(check).success ? null : 'A paper has a name that is too long.'
}
