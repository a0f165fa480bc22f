import type { CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import type { Say } from '../../../format/useText.ts'
import type { BoardRow } from '../BoardTable.tsx'
import { OutreachCell } from './OutreachCell.tsx'

/** What was written to each party. Two are the same where they were told and asked the same, whenever. */
export function outreachRow(detail: CaseDetail, say: Say): BoardRow {
  const logOf = (claimId: string) =>
    detail.case.parties.find((party) => party.claimId === claimId)?.outreach ?? []
  return {
    name: say('arbitration.ask.log'),
    word: ({ claimId }) =>
      JSON.stringify(logOf(claimId).map(({ kind, asks, answer }) => [kind, asks.toSorted(), answer])),
    placed: null,
    cell: ({ claimId }) => <OutreachCell detail={detail} claimId={claimId} />,
  }
}
