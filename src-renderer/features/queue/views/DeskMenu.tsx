import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal'
import { useRef } from 'react'
import { DENSITIES } from '../../../../src-preload/contract/vocabulary/deskWords.ts'
import { countWords } from '../../../format/claimCount.ts'
import { useText } from '../../../format/useText.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { TableMenuItems } from '../../../ui/TableMenu.tsx'
import { useMedia } from '../../../ui/useMedia.ts'
import type { QueueState } from '../queueStore.ts'
import { useViewEntries } from './useViewEntries.ts'
import type { ViewsStore } from './viewsStore.ts'
import css from './DeskMenu.module.css'

interface DeskMenuProps {
  readonly views: ViewsStore
  readonly counts: QueueState['counts']
}

/** How the list looks, and views as files. In a narrow window the views themselves are here too. */
export function DeskMenu({ views, counts }: DeskMenuProps) {
  const say = useText()
  const { desk } = useStores()
  const density = useShared('desk', (state) => state.desk.density)
  const isNarrow = useMedia('(max-width: 900px)')
  const file = useRef<HTMLInputElement>(null)
  return (
    <>
      <Menu
        checkedValues={{ density: [density] }}
        onCheckedValueChange={(_, { checkedItems }) => {
          const wished = DENSITIES.find((each) => each === checkedItems[0])
          if (wished !== undefined) desk.getState().keep({ density: wished })
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            appearance="subtle"
            size="small"
            className={`${css.button}`}
            icon={<MoreHorizontal20Regular />}
            menuIcon={null}
            aria-label={say('desk.menu')}
            title={say('desk.menu')}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {isNarrow && <NarrowViews views={views} counts={counts} />}
            <MenuGroup>
              <MenuGroupHeader>{say('desk.density')}</MenuGroupHeader>
              {DENSITIES.map((each) => (
                <MenuItemRadio key={each} name="density" value={each}>
                  {say(`desk.density.${each}`)}
                </MenuItemRadio>
              ))}
            </MenuGroup>
            <MenuItem onClick={() => desk.getState().keep({ widths: {} })}>
              {say('desk.resetWidths')}
            </MenuItem>
            <MenuDivider />
            <MenuGroup>
              <MenuGroupHeader>{say('table.export')}</MenuGroupHeader>
              <TableMenuItems />
            </MenuGroup>
            <MenuDivider />
            <MenuItem onClick={() => void saveAsFile(views)}>{say('views.export')}</MenuItem>
            <MenuItem onClick={() => file.current?.click()}>{say('views.import')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        className={css.file}
        tabIndex={-1}
        aria-label={say('views.import')}
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          event.target.value = ''
          if (chosen !== undefined) void chosen.text().then(views.getState().importText)
        }}
      />
    </>
  )
}

function NarrowViews({ views, counts }: DeskMenuProps) {
  const say = useText()
  const { filter } = useStores()
  const { day, statuses, saved } = useViewEntries(views, counts)
  return (
    <>
      <MenuGroup>
        <MenuGroupHeader>{say('views.label')}</MenuGroupHeader>
        {[...day, ...statuses, ...saved].map(({ key, name, query, claims }) => (
          <MenuItem
            key={key}
            {...(claims !== null && { secondaryContent: countWords(claims, say) })}
            onClick={() => filter.getState().setText(query)}
          >
            {name}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuDivider />
    </>
  )
}

async function saveAsFile(views: ViewsStore): Promise<void> {
  const text = await views.getState().exportText()
  if (text === null) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = 'proofdesk-views.json'
  link.click()
  URL.revokeObjectURL(link.href)
}
