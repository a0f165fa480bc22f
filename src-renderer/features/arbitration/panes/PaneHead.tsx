import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up'
import { FullScreenMaximize20Regular } from '@fluentui/react-icons/svg/full-screen-maximize'
import { FullScreenMinimize20Regular } from '@fluentui/react-icons/svg/full-screen-minimize'
import type { ReactElement } from 'react'
import { commandOf, type CommandId } from '../../../app/commands.ts'
import { ariaKeysOf, isApple, plainKeys } from '../../../app/keyNames.ts'
import { useKeys } from '../../../app/keys/useKeys.ts'
import { useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import { letterIn } from '../../../../src-preload/words/letters.ts'
import type { PartyPaneProps } from './PartyPane.tsx'
import type { PartyPaper } from './partyPapers.ts'
import css from './PaneHead.module.css'

interface PaneHeadProps extends Omit<PartyPaneProps, 'renderPages'> {
  readonly paper: PartyPaper | undefined
  readonly letter: string
  /** The page in sight; null = the paper is not open yet. */
  readonly sight: { readonly page: number; readonly pages: number } | null
}

/** Letter, partner, document and page; the way through the party's places; the whole room for this pane. */
export function PaneHead(props: PaneHeadProps) {
  const { side, party, places, panes, view, paper, letter, sight } = props
  const say = useText()
  const pages = sight?.pages ?? paper?.pages ?? null
  const isAlone = view.alone === side
  const placesOf = (claimId: typeof party.claimId) => places.get(claimId)
  const hasPlaces = (placesOf(party.claimId)?.all ?? []).some(({ documentId }) => documentId !== null)
  return (
    <header className={css.head}>
      <b className={css.letter}>{letter}</b>
      <PartyChoice {...props} />
      <PaperChoice {...props} />
      {paper !== undefined && pages !== null && (
        <span className={`${css.page} pd-num`}>
          {say('arbitration.panes.page', { page: sight?.page ?? 1, pages })}
        </span>
      )}
      <span className={css.tools}>
        <HeadButton
          command="panes.previous"
          icon={<ChevronUp20Regular />}
          isBlocked={!hasPlaces}
          onClick={() => panes.step(side, -1, placesOf)}
        />
        <HeadButton
          command="panes.next"
          icon={<ChevronDown20Regular />}
          isBlocked={!hasPlaces}
          onClick={() => panes.step(side, 1, placesOf)}
        />
        <HeadButton
          command="panes.alone"
          icon={isAlone ? <FullScreenMinimize20Regular /> : <FullScreenMaximize20Regular />}
          isPressed={isAlone}
          onClick={() => panes.showAlone(isAlone ? null : side)}
        />
      </span>
    </header>
  )
}

/** Where there are more than two parties, any of them may stand here. */
function PartyChoice({ side, party, parties, panes }: PaneHeadProps) {
  const say = useText()
  if (parties.length <= 2)
    return (
      <b className={`${css.partner} pd-cut`} title={party.partnerName}>
        {party.partnerName}
      </b>
    )
  return (
    <select
      className={`${css.choice} ${css.partner}`}
      aria-label={say('arbitration.panes.party')}
      title={party.partnerName}
      value={party.claimId}
      onChange={({ target }) => {
        const chosen = parties.find(({ claimId }) => claimId === target.value)
        if (chosen !== undefined) panes.chooseParty(side, chosen.claimId)
      }}
    >
      {parties.map(({ claimId, partnerName }) => (
        <option key={claimId} value={claimId}>
          {say('arbitration.panes.partyOption', { letter: letterIn(parties, claimId), partner: partnerName })}
        </option>
      ))}
    </select>
  )
}

function PaperChoice({ side, papers, paper, panes }: PaneHeadProps) {
  const say = useText()
  if (paper === undefined) return null
  const nameOf = ({ fileName, isInside }: PartyPaper): string =>
    isInside === null ? fileName : say('arbitration.panes.inside', { file: fileName, outer: isInside })
  if (papers.length === 1)
    return (
      <span className={`${css.file} pd-cut`} title={paper.fileName}>
        {paper.fileName}
      </span>
    )
  return (
    <select
      className={`${css.choice} ${css.file}`}
      aria-label={say('arbitration.panes.paper')}
      title={nameOf(paper)}
      value={paper.documentId}
      onChange={({ target }) => panes.chooseDocument(side, target.value)}
    >
      {papers.map((each) => (
        <option key={each.documentId} value={each.documentId}>
          {nameOf(each)}
        </option>
      ))}
    </select>
  )
}

interface HeadButtonProps {
  /** Whose name and key it has: the key does it in the pane that was touched last, the button in its own. */
  readonly command: CommandId & `panes.${string}`
  readonly icon: ReactElement
  readonly isBlocked?: boolean
  readonly isPressed?: boolean
  readonly onClick: () => void
}

function HeadButton({ command, icon, isBlocked = false, isPressed, onClick }: HeadButtonProps) {
  const say = useText()
  const keys = useKeys(command)
  const name = say(commandOf(command).messageId)
  const shortcuts = ariaKeysOf(keys, isApple)
  return (
    <Button
      appearance="subtle"
      icon={icon}
      data-icon-only=""
      data-subtle=""
      aria-label={name}
      {...(shortcuts && { 'aria-keyshortcuts': shortcuts })}
      {...(isPressed !== undefined && { 'aria-pressed': isPressed })}
      title={keys[0] === undefined ? name : say('tooltip.key', { name, key: plainKeys(keys[0]) })}
      disabledFocusable={isBlocked}
      onClick={onClick}
    />
  )
}
