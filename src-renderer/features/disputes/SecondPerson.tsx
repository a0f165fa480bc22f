import { useRef } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { OpenDispute } from '../../../src-preload/contract/related.ts'
import { useCommand } from '../../app/useCommand.ts'
import { wordsOfBlocks } from '../../format/blockWords.ts'
import { useText } from '../../format/useText.ts'
import { type ClaimRef, NO_HAND_OVER } from '../../stores/assignmentStore.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PersonPicker } from '../../ui/PersonPicker.tsx'
import css from './DisputeView.module.css'

interface SecondPersonProps {
  readonly dispute: OpenDispute
  readonly detail: ClaimDetail
}

/** T13: who rejected does not decide again. Says so before anybody tries, and hands the claim to somebody who may. */
export function SecondPerson({ dispute, detail }: SecondPersonProps) {
  const say = useText()
  const { locale } = useIntl()
  const { isBarred, firstDecider, deciders } = dispute
  useTake(detail, isBarred)
  if (dispute.state === 'partner_action_required') return <p className={css.who}>{say('disputes.waits')}</p>
  if (isBarred) return <Barred dispute={dispute} detail={detail} />
  const list = new Intl.ListFormat(locale, { type: 'disjunction' })
  return (
    <p className={css.who}>
      {firstDecider === null ? say('disputes.anybody') : say('disputes.youMay', { name: firstDecider.name })}
      {deciders.length > 0 &&
        ` ${say('disputes.othersMay', { names: list.format(deciders.map(({ name }) => name)) })}`}
    </p>
  )
}

const refOf = ({ claim }: ClaimDetail): ClaimRef => ({
  claimId: claim.form.claimId,
  revision: claim.revision,
  name: claim.form.claimName,
})
const blocksOf = ({ actions }: ClaimDetail, action: 'take' | 'hand_over') =>
  actions.find((each) => each.action === action)?.blocks ?? []

function useTake(detail: ClaimDetail, isBarred: boolean): void {
  const { assignment } = useStores()
  const isOpen = !isBarred && blocksOf(detail, 'take').length === 0
  useCommand('disputes.take', () => void assignment.getState().take(refOf(detail)), isOpen)
}

function Barred({ dispute, detail }: SecondPersonProps) {
  const say = useText()
  const { locale } = useIntl()
  const { deciders } = dispute
  const blocks = blocksOf(detail, 'hand_over')
  const list = new Intl.ListFormat(locale, { type: 'disjunction' })
  const names = list.format(deciders.map(({ name }) => name))
  return (
    <Notice tone="warning">
      <div className={css.barred}>
        <b>{say('disputes.barred')}</b>
        <span>{deciders.length === 0 ? say('disputes.nobody') : say('disputes.theyMay', { names })}</span>
        {deciders.length > 0 &&
          (blocks.length === 0 ? (
            <HandOn dispute={dispute} detail={detail} />
          ) : (
            <span className={css.second}>
              {say('disputes.free', { blocks: wordsOfBlocks(blocks, detail.claim.form.items, locale, say) })}
            </span>
          ))}
      </div>
    </Notice>
  )
}

function HandOn({ dispute, detail }: SecondPersonProps) {
  const { assignment } = useStores()
  const place = useRef<HTMLSpanElement>(null)
  const { claimId } = dispute
  const draft = useShared('assignment', (state) => state.handOvers[claimId] ?? NO_HAND_OVER)
  const to = dispute.deciders.find(({ userId }) => userId === draft.toUserId)
  const send = () => to !== undefined && void assignment.getState().handOver(refOf(detail), to)
  useCommand('disputes.handOver', () => place.current?.querySelector<HTMLElement>('[role=combobox]')?.focus())
  useCommand('disputes.send', send, to !== undefined)
  return (
    <span className={css.handOn} ref={place}>
      <PersonPicker
        among={dispute.deciders.map(({ userId }) => userId)}
        chosen={draft.toUserId}
        sends="disputes.send"
        onChoose={({ userId }) => assignment.getState().setHandOver(claimId, { ...draft, toUserId: userId })}
      />
      <CommandButton command="disputes.send" isBlocked={to === undefined} withKey>
        <HandOverWord />
      </CommandButton>
    </span>
  )
}

function HandOverWord() {
  return useText()('command.handOver')
}
