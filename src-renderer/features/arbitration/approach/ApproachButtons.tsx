import { Comment20Regular } from '@fluentui/react-icons/svg/comment'
import { Send20Regular } from '@fluentui/react-icons/svg/send'
import type { CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import type { CaseBoard } from '../../../../src-preload/contract/caseBoard.ts'
import type { OutreachKind } from '../../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import { useCommand } from '../../../app/useCommand.ts'
import { useText } from '../../../format/useText.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { CommandButton } from '../../../ui/CommandButton.tsx'
import { addresseesOf, mayApproach, mayReach } from './approachRules.ts'
import css from './Approach.module.css'

interface ApproachButtonsProps {
  readonly detail: CaseDetail
  readonly parties: CaseBoard['parties']
}

/** Asks or tells all parties that can be reached; who may not do so at all has no button. */
export function ApproachButtons({ detail, parties }: ApproachButtonsProps) {
  const say = useText()
  const { approach } = useStores()
  const order = parties.map(({ claimId }) => claimId)
  const ways = { ask: addresseesOf(detail, 'ask', order), tell: addresseesOf(detail, 'tell', order) }
  const may = { ask: mayApproach(ways.ask), tell: mayApproach(ways.tell) }
  const open = (kind: OutreachKind) => () => {
    const reached = ways[kind].filter(mayReach).map(({ party }) => party.claimId)
    approach.getState().open(detail.case.caseId, kind, reached)
  }
  useCommand('board.ask', open('ask'), may.ask)
  useCommand('board.tell', open('tell'), may.tell)
  return (
    <span className={css.buttons}>
      {may.ask && (
        <CommandButton command="board.ask" appearance="subtle" icon={<Send20Regular />} withKey>
          {say('arbitration.ask.all')}
        </CommandButton>
      )}
      {may.tell && (
        <CommandButton command="board.tell" appearance="subtle" icon={<Comment20Regular />} withKey>
          {say('arbitration.ask.tellAll')}
        </CommandButton>
      )}
    </span>
  )
}
