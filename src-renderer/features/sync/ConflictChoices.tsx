import { useAnnounce } from '@fluentui/react-components'
import { Copy20Regular } from '@fluentui/react-icons/svg/copy'
import { Open20Regular } from '@fluentui/react-icons/svg/open'
import { useId, useState } from 'react'
import { useIntl } from 'react-intl'
import { useStore } from 'zustand'
import type { ConflictDetail } from '../../../src-preload/contract/sync.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { useCommand } from '../../app/useCommand.ts'
import { wordsOfBlocks } from '../../format/blockWords.ts'
import { useText } from '../../format/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { type Colleague, PersonPicker } from '../../ui/PersonPicker.tsx'
import { ownWords } from './conflictFacts.ts'
import type { TraysStore } from './traysStore.ts'
import { COMMAND_OF_CHOICE, useChoiceCommands, useSettle } from './useConflictCommands.ts'
import css from './ConflictPanel.module.css'

interface ConflictChoicesProps {
  readonly store: TraysStore
  readonly detail: ConflictDetail
  readonly onOpenClaim: (claimId: ClaimId) => void
  readonly isHandingOver: boolean
  readonly onHandOver: (isHandingOver: boolean) => void
}

/** What makes sense now, the likeliest first and filled. What is blocked keeps its place and says why. */
export function ConflictChoices(props: ConflictChoicesProps) {
  const { store, detail, onOpenClaim, isHandingOver, onHandOver } = props
  const say = useText()
  const isSettling = useStore(store, (state) => state.settling === detail.conflict.operationId)
  useChoiceCommands({ store, detail, onOpenClaim, onHandOver: () => onHandOver(true) })
  const first = detail.choices.find(({ blocks }) => blocks.length === 0)
  return (
    <div className={css.choices}>
      <ul className={css.ways} aria-label={say('conflict.choices')}>
        {detail.choices.map((each) => (
          <Choice
            key={each.choice}
            {...each}
            detail={detail}
            isFirst={each === first}
            isSettling={isSettling}
          />
        ))}
        <li>
          <CopyWords detail={detail} />
        </li>
        {detail.theirs !== null && (
          <li>
            <Button
              appearance="subtle"
              density="decision"
              icon={<Open20Regular />}
              onClick={() => onOpenClaim(detail.conflict.claimId)}
            >
              {say('trays.open')}
            </Button>
          </li>
        )}
      </ul>
      {isHandingOver && <ToWhom {...props} isSettling={isSettling} />}
    </div>
  )
}

interface ChoiceProps {
  readonly choice: ConflictDetail['choices'][number]['choice']
  readonly blocks: ConflictDetail['choices'][number]['blocks']
  readonly detail: ConflictDetail
  readonly isFirst: boolean
  readonly isSettling: boolean
}

function Choice({ choice, blocks, detail, isFirst, isSettling }: ChoiceProps) {
  const say = useText()
  const { locale } = useIntl()
  const id = useId()
  const why = wordsOfBlocks(blocks, detail.theirs?.items ?? [], locale, say)
  return (
    <li>
      <CommandButton
        command={COMMAND_OF_CHOICE[choice]}
        density="decision"
        appearance={isFirst ? 'primary' : 'secondary'}
        withKey
        isBlocked={isSettling || why !== ''}
        describedBy={id}
      >
        {say(`conflict.choice.${choice}`)}
      </CommandButton>
      <span id={id} className={css.hint}>
        {why === '' ? say(`conflict.choice.${choice}.hint`) : why}
      </span>
    </li>
  )
}

function CopyWords({ detail }: { readonly detail: ConflictDetail }) {
  const say = useText()
  const { announce } = useAnnounce()
  const [isDone, setDone] = useState(false)
  const words = ownWords(detail, say)
  const copy = () => {
    navigator.clipboard.writeText(words).then(
      () => {
        setDone(true)
        announce(say('copy.done', { what: say('conflict.words') }))
      },
      // Refused by the system: the words stand on the screen and can be marked by hand.
      () => setDone(false),
    )
  }
  useCommand('trays.copy', copy, words !== '')
  return (
    <>
      <CommandButton
        command="trays.copy"
        appearance="subtle"
        density="decision"
        icon={<Copy20Regular />}
        withKey
        isBlocked={words === ''}
      >
        {say('command.copyWords')}
      </CommandButton>
      <span className={css.hint} role="status">
        {words === ''
          ? say('conflict.words.none')
          : isDone
            ? say('copy.done', { what: say('conflict.words') })
            : ''}
      </span>
    </>
  )
}

function ToWhom({
  store,
  detail,
  onOpenClaim,
  onHandOver,
  isSettling,
}: ConflictChoicesProps & { readonly isSettling: boolean }) {
  const say = useText()
  const [to, setTo] = useState<Colleague | null>(null)
  const settle = useSettle({ store, detail, onOpenClaim })
  return (
    <div
      className={css.to}
      role="group"
      aria-label={say('handOver.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
        event.preventDefault()
        onHandOver(false)
      }}
    >
      <PersonPicker autoFocus chosen={to?.userId ?? null} onChoose={setTo} />
      <Button
        appearance="primary"
        data-filled=""
        disabledFocusable={to === null || isSettling}
        onClick={() => to !== null && void settle('hand_over', to.userId)}
      >
        {say('command.handOver')}
      </Button>
      <Button onClick={() => onHandOver(false)}>{say('command.cancel')}</Button>
    </div>
  )
}
