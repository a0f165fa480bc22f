import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { useText } from '../../../format/useText.ts'
import { useRead } from '../../../stores/useRead.ts'
import css from './talk.module.css'

interface SnippetMenuProps {
  readonly claimId: ClaimId
  readonly onChoose: (text: string) => void
  /** The menu gave a text and went: the focus belongs to the field. */
  readonly onClosed: () => void
}

/** Texts that come up again and again, in the partner's language. Read with the drawer, so that the menu opens on its first one. */
export function SnippetMenu({ claimId, onChoose, onClosed }: SnippetMenuProps) {
  const say = useText()
  const choose = (text: string) => {
    onChoose(text)
    // The menu gives the focus back to its button in the same step.
    requestAnimationFrame(onClosed)
  }
  const items = useItems(claimId, choose)
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" className={`${css.snippets}`} appearance="subtle">
          {say('talk.snippets')}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className={`${css.snippetList}`}>
        <MenuList>{items}</MenuList>
      </MenuPopover>
    </Menu>
  )
}

/** At least one line always, so that the focus has a place in the menu. */
function useItems(claimId: ClaimId, onChoose: (text: string) => void) {
  const say = useText()
  const [load, again] = useRead('claims.snippets', { claimId })
  if (load.status === 'failed') {
    return (
      <MenuItem persistOnClick subText={say(`error.${load.error.code}`)} onClick={again}>
        {say('state.again')}
      </MenuItem>
    )
  }
  if (load.status !== 'ready') return <MenuItem disabled>{say('talk.snippets.loading')}</MenuItem>
  const { snippets, language } = load.value
  if (snippets.length === 0) return <MenuItem disabled>{say('talk.snippets.none')}</MenuItem>
  return snippets.map(({ snippet, title, text }) => (
    <MenuItem key={snippet} onClick={() => onChoose(text)}>
      <span lang={language}>{title}</span>
    </MenuItem>
  ))
}
