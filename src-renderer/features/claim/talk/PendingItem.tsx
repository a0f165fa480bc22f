import { Send16Regular } from '@fluentui/react-icons/svg/send'
import type { PendingOperation } from '../../../../src-preload/contract/claims.ts'
import { useText } from '../../../format/useText.ts'
import { HeldTime } from '../../../ui/HeldTime.tsx'
import { TalkTime } from './TalkTime.tsx'
import css from './talk.module.css'

/** What was done here and nobody else sees yet, at the head of the history that it is going to join. */
export function PendingItem({ operation }: { readonly operation: PendingOperation }) {
  const say = useText()
  const { kind, state, madeAt } = operation
  return (
    <li className={css.item}>
      <Send16Regular />
      <b>{say(`operation.${kind}`)}</b>
      <TalkTime at={madeAt} />
      <p>
        {state === 'held' ? say('pending.onlyHere') : say(`outbox.${state}`)}{' '}
        <HeldTime operation={operation} />
      </p>
    </li>
  )
}
