import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left'
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up'
import { Comment20Regular } from '@fluentui/react-icons/svg/comment'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import { countWords } from '../../format/claimCount.ts'
import { useText } from '../../format/useText.ts'
import { useShared } from '../../stores/Stores.tsx'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { HolderMenu } from './assign/HolderMenu.tsx'
import { HeaderClock } from './clocks/HeaderClock.tsx'
import { IdMenu } from './ids/IdMenu.tsx'
import { Status } from './Status.tsx'
import css from './ClaimHeader.module.css'

export function ClaimHeader({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { claim } = detail
  const { claimId, claimName } = claim.form
  const isTalkOpen = useShared('claimView', ({ drawer }) => drawer?.kind === 'talk')
  return (
    <header className={css.header} data-pane="header">
      <CommandButton command="claim.back" appearance="subtle" icon={<ChevronLeft20Regular />} />
      <h1 className={css.name} title={claimName} tabIndex={-1}>
        {claimName}
      </h1>
      <span className={`${css.id} pd-num`}>
        {claimId} <CopyButton text={claimId} what={say('copy.claimId')} />
        <IdMenu detail={detail} />
      </span>
      <Status detail={detail} />
      <HeaderClock clocks={claim.clocks} />
      <span className={css.grow} />
      <HolderMenu detail={detail} />
      <CommandButton
        command="claim.talk"
        appearance="subtle"
        icon={<Comment20Regular />}
        withKey
        isPressed={isTalkOpen}
      >
        {say('claim.comments', { count: claim.comments.length })}
      </CommandButton>
      <Position />
      <Purpose form={claim.form} />
    </header>
  )
}

/** S-03: what the claim is for, in a sentence, before anything is judged. */
function Purpose({ form: { program } }: Pick<ClaimDetail['claim'], 'form'>) {
  const say = useText()
  return (
    <p className={css.purpose}>
      <b>{say(`program.${program}`)}</b> {say(`purpose.${program}`)}
    </p>
  )
}

function Position() {
  const say = useText()
  const position = useShared('openClaim', (state) => state.position)
  const words =
    position === null
      ? ''
      : position.index === null
        ? say('claim.notInFilter')
        : say('claim.position', {
            index: position.index + 1,
            total: countWords({ claims: position.total, isMore: position.isMore }, say),
          })
  return (
    <span className={css.position}>
      <CommandButton
        command="claim.previous"
        appearance="subtle"
        icon={<ChevronUp20Regular />}
        isBlocked={!position?.previous}
      />
      <span className="pd-num">{words}</span>
      <CommandButton
        command="claim.next"
        appearance="subtle"
        icon={<ChevronDown20Regular />}
        isBlocked={!position?.next}
      />
    </span>
  )
}
