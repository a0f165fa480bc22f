import { useIntl } from 'react-intl'
import type { OutcomeView } from '../../../../src-preload/contract/arbitration.ts'
import type { CaseBoard } from '../../../../src-preload/contract/caseBoard.ts'
import { wordsOfBlocks } from '../../../format/blockWords.ts'
import { useText } from '../../../format/useText.ts'
import { nameOfLetter, textOfLetter } from '../../../stores/caseDecisionStore.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { letterIn } from '../../../../src-preload/words/letters.ts'
import { LetterState, LetterText } from '../PartyLetter.tsx'
import css from './LetterPanel.module.css'

/** What each party is told: one letter for each act, in its language, as the template has it or as the lead wrote it. */
export function LetterPanel({ parties }: { readonly parties: CaseBoard['parties'] }) {
  const say = useText()
  const plan = useShared('caseDecision', (state) => state.plan)
  if (plan === null) return null
  const untouched = plan.claims.filter(({ claimId }) => !plan.letters.some((one) => one.claimId === claimId))
  return (
    <ul className={css.letters} aria-label={say('outcome.letters.label')}>
      {plan.letters.map((letter) => (
        <OutcomeLetter key={nameOfLetter(letter)} letter={letter} plan={plan} parties={parties} />
      ))}
      {untouched.map(({ claimId, partnerName }) => (
        <li key={claimId} className={css.untouched}>
          <b>
            {letterIn(parties, claimId)} {partnerName}
          </b>{' '}
          {say('outcome.untouched')}
        </li>
      ))}
    </ul>
  )
}

interface OutcomeLetterProps {
  readonly letter: OutcomeView['letters'][number]
  readonly plan: OutcomeView
  readonly parties: CaseBoard['parties']
}

function OutcomeLetter({ letter, plan, parties }: OutcomeLetterProps) {
  const say = useText()
  const { locale } = useIntl()
  const { caseDecision } = useStores()
  const draft = useShared('caseDecision', (state) => state.draft)
  const { claimId, act, items, isLater, language } = letter
  const claim = plan.claims.find((one) => one.claimId === claimId)
  const name = nameOfLetter(letter)
  const isOwn = draft.letters[name] !== undefined
  const blocks = wordsOfBlocks(claim?.blocks ?? [], [], locale, say)
  const write = (text: string | null) => {
    const { [name]: _before, ...rest } = draft.letters
    caseDecision.getState().write({ letters: text === null ? rest : { ...rest, [name]: text } })
  }
  return (
    <li className={css.letter}>
      <div className={css.head}>
        <b>
          {letterIn(parties, claimId)} {claim?.partnerName}
        </b>
        <Tag>{say(`outcome.act.${act}`)}</Tag>
        {items.length > 0 && <span>{new Intl.ListFormat(locale).format(items)}</span>}
        {isLater && <span className={css.second}>{say('outcome.later')}</span>}
        <LetterState language={language} isOwn={isOwn} onDraftAnew={() => write(null)} />
      </div>
      {blocks !== '' && (
        <p className={css.blocked} role="alert">
          {blocks}
        </p>
      )}
      <LetterText
        claimId={claimId}
        partnerName={claim?.partnerName ?? ''}
        language={language}
        text={textOfLetter(draft, letter)}
        onWrite={write}
      />
    </li>
  )
}
