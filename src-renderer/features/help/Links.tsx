import { Open16Regular } from '@fluentui/react-icons/svg/open'
import { type MouseEvent, useState } from 'react'
import { LINK_NAMES, type LinkName, LINKS } from '../../../src-preload/contract/vocabulary/links.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { Notice } from '../../ui/Notice.tsx'
import css from './HelpPage.module.css'

/** Links of the contract's list. Where the window is a browser they are followed by it, without a way back to us. */
export function Links() {
  const say = useText()
  const { client } = useStores()
  const isNative = useShared('session', ({ host }) => valueOf(host)?.host === 'electron')
  const [refused, setRefused] = useState<LinkName | null>(null)
  const open = (event: MouseEvent, link: LinkName) => {
    setRefused(null)
    if (!isNative) return
    event.preventDefault()
    client.call('host.openExternal', { link }).then(
      ({ outcome }) => outcome === 'refused' && setRefused(link),
      () => setRefused(link),
    )
  }
  return (
    <>
      <ul>
        {LINK_NAMES.map((link) => (
          <li key={link}>
            <a
              className={css.link}
              href={LINKS[link]}
              target="_blank"
              rel="noopener noreferrer"
              title={LINKS[link]}
              aria-label={say('help.link.opens', { name: say(`help.link.${link}`) })}
              onClick={(event) => open(event, link)}
            >
              {say(`help.link.${link}`)} <Open16Regular />
            </a>
          </li>
        ))}
      </ul>
      {refused !== null && (
        <Notice tone="warning">{say('help.link.refused', { address: LINKS[refused] })}</Notice>
      )}
    </>
  )
}
