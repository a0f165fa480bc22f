import { useText } from '../format/useText.ts'
import { hashOf, type Route } from './routes.ts'
import { useIsTeamLead } from './useIsTeamLead.ts'
import css from './LeadPlaces.module.css'

/** What a team lead goes between all day. In the rail they are one place: by themselves they would be half of it. */
const PLACES = ['lead', 'team', 'quality', 'policy', 'audit'] as const satisfies readonly Route['page'][]

export const isLeadPlace = (page: Route['page']): boolean => PLACES.some((place) => place === page)

/** Above each of a team lead's pages, the way to the others. Whoever is no lead has at most one of them, in the rail. */
export function LeadPlaces({ page }: { readonly page: Route['page'] }) {
  const say = useText()
  const isLead = useIsTeamLead()
  if (!isLead || !isLeadPlace(page)) return null
  return (
    <nav className={css.places} aria-label={say('lead.places')}>
      {PLACES.map((place) => (
        <a
          key={place}
          className={css.place}
          href={hashOf({ page: place })}
          {...(place === page && { 'aria-current': 'page' })}
        >
          {say(`page.${place}`)}
        </a>
      ))}
    </nav>
  )
}
