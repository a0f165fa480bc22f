import type { CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import type { BoardParty } from '../../../../src-preload/contract/caseBoard.ts'
import { useText } from '../../../format/useText.ts'
import { DetailSaid } from '../../../ui/DetailSaid.tsx'
import { Verdict } from '../../../ui/Verdict.tsx'
import { useSayOf } from './useSayOf.ts'
import css from './VerifyCells.module.css'

interface DetailsCellProps {
  readonly party: BoardParty
  readonly detail: CaseDetail
  readonly mayVerify: boolean
}

/** Details of one party's association: those that nobody verified, with the ways to do it, and those that a person spoke of (S-126). */
export function DetailsCell({ party, detail, mayVerify }: DetailsCellProps) {
  const say = useText()
  const sayOf = useSayOf(detail, party.claimId)
  const shown = party.details.filter(
    ({ check, word, verdict }) => word !== null || verdict === 'not_met' || party.unverified.includes(check),
  )
  if (shown.length === 0) return <>{say('board.verified')}</>
  return (
    <ul className={css.details}>
      {shown.map(({ check, verdict, word }) => (
        <li key={check}>
          {word === null && (
            <span className={css.detail}>
              <Verdict verdict={verdict ?? 'cannot_tell'} />
              {say(`claimCheck.${check}`)}
            </span>
          )}
          <DetailSaid
            name={say(`claimCheck.${check}`)}
            of={party.partnerName}
            machine={null}
            word={word}
            maySay={mayVerify && sayOf !== null}
            onSay={async (said, note) =>
              sayOf !== null && sayOf('claims.setDetail', { check, verdict: said, note })
            }
          />
        </li>
      ))}
    </ul>
  )
}
