import {
  EXTERNAL_PLACE_NAMES,
  type ExternalPlace,
} from '../../../src-preload/contract/vocabulary/externalPlaces.ts'
import { ExternalLink } from '../../ui/ExternalLink.tsx'

/** Every place outside that the contract knows, but those that stand elsewhere on the page. */
export function Links({ without }: { readonly without: readonly ExternalPlace[] }) {
  return (
    <ul>
      {EXTERNAL_PLACE_NAMES.filter((place) => !without.includes(place)).map((place) => (
        <li key={place}>
          <ExternalLink place={place} />
        </li>
      ))}
    </ul>
  )
}
