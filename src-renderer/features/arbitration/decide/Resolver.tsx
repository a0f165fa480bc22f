import type { CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import { useText } from '../../../format/useText.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { PersonPicker } from '../../../ui/PersonPicker.tsx'
import css from './Votes.module.css'

/** Who decides where two votes differ: named by whoever votes first, and known to the second. */
export function Resolver({ detail: { case: one, voting } }: { readonly detail: CaseDetail }) {
  const say = useText()
  const { caseDecision } = useStores()
  const chosen = useShared('caseDecision', (state) => state.resolver)
  if (one.resolver !== null)
    return <p className={css.second}>{say('vote.resolver.named', { name: one.resolver.name })}</p>
  return (
    <div className={css.resolver}>
      <span>{say('vote.resolver')}</span>
      <PersonPicker
        label={say('vote.resolver')}
        among={voting.resolvers.map(({ userId }) => userId)}
        chosen={chosen}
        sends="board.decide"
        onChoose={({ userId }) => caseDecision.getState().nameResolver(userId)}
      />
    </div>
  )
}
