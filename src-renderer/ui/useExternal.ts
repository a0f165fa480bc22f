import { useAnnounce } from '@fluentui/react-components'
import { EXTERNAL_PLACES, type ExternalPlace } from '../../src-preload/contract/vocabulary/externalPlaces.ts'
import { useText } from '../format/useText.ts'
import { useStores } from '../stores/Stores.tsx'
import { useCopy } from './useCopy.ts'

/**
 * Opens a place outside in the system's own browser; the window itself never leaves. Where there is no browser the address is
 * copied instead. The sentence given back says which it was.
 */
export function useExternal(): (place: ExternalPlace) => Promise<string> {
  const { client } = useStores()
  const say = useText()
  const { announce } = useAnnounce()
  const copy = useCopy()
  return async (place) => {
    const name = say(`external.${place}`)
    const outcome = await client.call('host.openExternal', { place }).then(
      (answer) => answer.outcome,
      () => 'unavailable' as const,
    )
    if (outcome === 'opened') {
      const said = say('external.opened', { name })
      announce(said)
      return said
    }
    const isCopied = await copy({ text: EXTERNAL_PLACES[place] }, say('copy.address'))
    return say(isCopied ? 'external.copied' : 'external.failed', { name, address: EXTERNAL_PLACES[place] })
  }
}
