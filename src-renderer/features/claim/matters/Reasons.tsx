import type { DecisionReason } from '../../../../src-preload/contract/vocabulary/words.ts'
import { useText } from '../../../format/useText.ts'
import css from './Matters.module.css'

export function Reasons({ reasons }: { readonly reasons: readonly DecisionReason[] }) {
  const say = useText()
  if (reasons.length === 0) return null
  return (
    <ul className={css.reasons}>
      {reasons.map((reason) => (
        <li key={reason}>{say(`reason.${reason}`)}</li>
      ))}
    </ul>
  )
}
