import { useIntl } from 'react-intl'
import type { CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import type { CaseBoard } from '../../../../src-preload/contract/caseBoard.ts'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import { letterIn } from '../../../../src-preload/words/letters.ts'
import css from './Votes.module.css'

interface VotesProps {
  readonly detail: CaseDetail
  /** Left to right, as on the board. */
  readonly parties: CaseBoard['parties']
}

/** Who voted, and for whom as far as it is not sealed. Nothing where nobody has. */
export function Votes({ detail: { voting }, parties }: VotesProps) {
  const say = useText()
  if (voting.votes.length === 0) return null
  const { phase } = voting
  return (
    <div className={css.votes} role="group" aria-label={say('vote.label')} tabIndex={0}>
      {(phase === 'agreed' || phase === 'resolve') && <p>{say(`vote.${phase}`)}</p>}
      <ul>
        {voting.votes.map((vote) => (
          <VoteLine key={`${vote.userId} ${vote.at}`} vote={vote} parties={parties} />
        ))}
      </ul>
    </div>
  )
}

interface VoteLineProps {
  readonly vote: CaseDetail['voting']['votes'][number]
  readonly parties: CaseBoard['parties']
}

function VoteLine({ vote: { name, at, said, isMine, counts }, parties }: VoteLineProps) {
  const say = useText()
  const { locale } = useIntl()
  const who = isMine ? say('vote.mine') : name
  const party = parties.find(({ claimId }) => claimId === said?.winner)
  return (
    <li className={counts ? css.vote : css.old}>
      {said === null ? (
        <span>{say('vote.sealed', { name })}</span>
      ) : (
        <b>
          {said.winner === null
            ? say('vote.said.nobody', { who })
            : say('vote.said', {
                who,
                winner:
                  party === undefined
                    ? said.winner
                    : say('outcome.winner', {
                        letter: letterIn(parties, party.claimId),
                        partner: party.partnerName,
                      }),
              })}
        </b>
      )}
      <span className={`${css.second} pd-num`}>{formatInstant(locale, at, 'stamp')}</span>
      {!counts && <span className={css.second}>{say('vote.old')}</span>}
      {said !== null && <p className={css.reason}>{said.reason}</p>}
    </li>
  )
}
