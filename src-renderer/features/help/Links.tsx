import { EXTERNAL_PLACE_NAMES } from '../../../src-preload/contract/vocabulary/externalPlaces.ts'
import { ExternalLink } from '../../ui/ExternalLink.tsx'

/** Every place outside that the contract knows. */
export function Links() {
  return (
    <ul>
      {EXTERNAL_PLACE_NAMES.map((place) => (
        <li key={place}>
          <ExternalLink place={place} />
        </li>
      ))}
    </ul>
  )
}
