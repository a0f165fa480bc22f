import { Open16Regular } from '@fluentui/react-icons/svg/open'
import { useState } from 'react'
import { EXTERNAL_PLACES, type ExternalPlace } from '../../src-preload/contract/vocabulary/externalPlaces.ts'
import { useText } from '../format/useText.ts'
import { CopyButton } from './CopyButton.tsx'
import { useExternal } from './useExternal.ts'
import css from './ExternalLink.module.css'

/** A place outside: its address is told and can be copied, and opens in the system's own browser. */
export function ExternalLink({ place }: { readonly place: ExternalPlace }) {
  const say = useText()
  const open = useExternal()
  const [said, setSaid] = useState<string | null>(null)
  const address = EXTERNAL_PLACES[place]
  return (
    <>
      <button
        type="button"
        className={css.link}
        title={address}
        onClick={() => void open(place).then(setSaid)}
      >
        {say(`external.${place}`)}
        <Open16Regular />
      </button>{' '}
      <CopyButton text={address} what={say('copy.address')} />
      {said !== null && <span className={css.said}>{said}</span>}
    </>
  )
}
