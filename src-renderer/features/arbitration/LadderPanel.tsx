import { useIntl } from 'react-intl'
import type { BoardParty, CaseBoard } from '../../../src-preload/contract/caseBoard.ts'
import type { RungResult } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import {
  outcomeWords,
  type RungSpeech,
  suggestionWords,
  valueWords,
} from '../../../src-preload/words/rungWords.ts'
import { useText } from '../../format/useText.ts'
import { letterIn } from '../../../src-preload/words/letters.ts'
import css from './LadderPanel.module.css'

interface LadderPanelProps {
  readonly board: CaseBoard
  /** Left to right, as on the board. */
  readonly parties: readonly BoardParty[]
}

/** Every rung with what each party has on it. It explains; a lead decides. */
export function LadderPanel({ board: { ladder }, parties }: LadderPanelProps) {
  const say = useText()
  const { locale } = useIntl()
  const speech: RungSpeech = { say, locale, letterOf: (claimId) => letterIn(parties, claimId) }
  const rungs = ladder?.outcome === 'compared' ? ladder.rungs : []
  const decides =
    ladder?.outcome === 'compared' && ladder.suggestion.kind === 'clear' ? ladder.suggestion.rung : null
  return (
    // Nothing in it takes the focus, and it may be longer than the window.
    <aside className={css.panel} aria-label={say('ladder.name')} data-pane="ladder" tabIndex={0}>
      <h2 className={css.title}>{say('ladder.name')}</h2>
      <p className={css.suggestion}>{suggestionWords(ladder, speech)}</p>
      <ol className={css.rungs}>
        {rungs.map((rung) => (
          <Rung
            key={rung.rung}
            rung={rung}
            parties={parties}
            speech={speech}
            decides={rung.rung === decides}
          />
        ))}
      </ol>
      <p className={css.fair}>{say('ladder.fair')}</p>
    </aside>
  )
}

interface RungProps {
  readonly rung: RungResult
  readonly parties: readonly BoardParty[]
  readonly speech: RungSpeech
  readonly decides: boolean
}

function Rung({ rung, parties, speech, decides }: RungProps) {
  const say = useText()
  const isAsked = rung.outcome.kind !== 'not_asked'
  return (
    <li
      className={`${css.rung} ${decides ? css.decides : ''} ${isAsked ? '' : css.idle}`}
      {...(decides && { 'aria-current': 'step' })}
    >
      <b>{say(`rung.name.${rung.rung}`)}</b>
      <span>
        {rung.leftBehind.length > 0 &&
          `${say('rung.leaves', {
            parties: rung.leftBehind.map(speech.letterOf).toSorted().join(', '),
            count: rung.leftBehind.length,
          })} `}
        {outcomeWords(rung.outcome, speech)}
        {decides && ` ${say('rung.decides')}`}
      </span>
      <ul className={css.values}>
        {parties.map(({ claimId }) => {
          const own = rung.parties.find((party) => party.claimId === claimId)
          return own === undefined ? null : (
            <li key={claimId} className={own.isLeft ? undefined : css.out}>
              {say('rung.value', { party: speech.letterOf(claimId), value: valueWords(own.value, speech) })}
              {!own.isLeft && ` · ${say('rung.out')}`}
            </li>
          )
        })}
      </ul>
    </li>
  )
}
