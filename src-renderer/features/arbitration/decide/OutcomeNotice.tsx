import { useIntl } from 'react-intl'
import type { CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import type { CaseBoard } from '../../../../src-preload/contract/caseBoard.ts'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import css from './DecideBar.module.css'
import { Votes } from './Votes.tsx'

interface OutcomeNoticeProps {
  readonly detail: CaseDetail
  /** Left to right, as on the board. */
  readonly parties: CaseBoard['parties']
}

/** Where nothing is to be decided: what was, by whom and why; or that it is on its way. */
export function OutcomeNotice({ detail, parties: onBoard }: OutcomeNoticeProps) {
  const { case: one, pending } = detail
  const say = useText()
  const { locale } = useIntl()
  const { outcome, parties, state, dissolved, isWhole } = one
  const winner = parties.find(({ claimId }) => claimId === outcome?.winner)
  return (
    <section className={css.notice} aria-label={say('outcome.label')} data-pane="decide" tabIndex={-1}>
      {pending !== null ? (
        <p>{say(pending.kind === 'case_vote' ? 'outcome.pending.vote' : 'outcome.pending')}</p>
      ) : outcome !== null ? (
        <>
          <p>
            <b>
              {winner === undefined
                ? say('outcome.decided.nobody')
                : say('outcome.decided', { partner: winner.partnerName })}
            </b>{' '}
            <span className={css.second}>
              {say('outcome.by', { name: outcome.by.name, time: formatInstant(locale, outcome.at, 'stamp') })}
            </span>
          </p>
          <p className={css.said}>{outcome.reason}</p>
          <Votes detail={detail} parties={onBoard} />
          {outcome.pendingEnds.length > 0 && <p className={css.second}>{say('outcome.endsLater')}</p>}
        </>
      ) : (
        <p>
          {!isWhole && state !== 'dissolved'
            ? say('outcome.notYours')
            : dissolved === null
              ? say(`case.state.${state}`)
              : say(`outcome.dissolved.${dissolved}`)}
        </p>
      )}
    </section>
  )
}
