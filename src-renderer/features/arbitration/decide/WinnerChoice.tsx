import { useId, type Ref } from 'react'
import type { CaseStanding } from '../../../../src-preload/contract/arbitration.ts'
import type { CaseBoard } from '../../../../src-preload/contract/caseBoard.ts'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { useText } from '../../../format/useText.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { letterIn } from '../../../../src-preload/words/letters.ts'
import css from './DecideBar.module.css'

interface WinnerChoiceProps {
  readonly thing: CaseStanding
  readonly parties: CaseBoard['parties']
  readonly ref: Ref<HTMLFieldSetElement>
}

/** Who gets one contested thing. Nothing is chosen beforehand: the ladder explains, and a person decides. */
export function WinnerChoice({ thing: { caseId, contested }, parties, ref }: WinnerChoiceProps) {
  const say = useText()
  const name = useId()
  const { caseDecision } = useStores()
  const chosen = useShared('caseDecision', ({ draft }) => draft.winners[caseId])
  const options: readonly (ClaimId | null)[] = [...parties.map(({ claimId }) => claimId), null]
  const { subscriptionId } = contested
  return (
    <fieldset className={css.thing} ref={ref}>
      <legend className={`${css.legend} pd-cut`} title={contested.name}>
        {contested.name}
        {subscriptionId !== null && ` …${subscriptionId.slice(-4)}`}
      </legend>
      <span className={css.options}>
        {options.map((winner) => {
          const party = parties.find(({ claimId }) => claimId === winner)
          const words =
            party === undefined
              ? say('outcome.nobody')
              : say('outcome.winner', {
                  letter: letterIn(parties, party.claimId),
                  partner: party.partnerName,
                })
          return (
            <label key={winner ?? 'nobody'} className={css.option} title={words}>
              <input
                type="radio"
                name={name}
                className="pd-sr"
                checked={chosen === winner}
                aria-label={words}
                onChange={() => caseDecision.getState().choose(caseId, winner)}
              />
              <span aria-hidden>
                {party === undefined ? say('outcome.nobody.short') : letterIn(parties, party.claimId)}
              </span>
            </label>
          )
        })}
      </span>
    </fieldset>
  )
}
