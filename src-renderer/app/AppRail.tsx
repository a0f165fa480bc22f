import { ClipboardTaskListLtr20Regular } from '@fluentui/react-icons/svg/clipboard-task-list-ltr'
import { ChartMultiple20Regular } from '@fluentui/react-icons/svg/chart-multiple'
import { CommentError20Regular } from '@fluentui/react-icons/svg/comment-error'
import { DocumentText20Regular } from '@fluentui/react-icons/svg/document-text'
import { List20Regular } from '@fluentui/react-icons/svg/list'
import { MailInbox20Regular } from '@fluentui/react-icons/svg/mail-inbox'
import { Ribbon20Regular } from '@fluentui/react-icons/svg/ribbon'
import { Scales20Regular } from '@fluentui/react-icons/svg/scales'
import { Settings20Regular } from '@fluentui/react-icons/svg/settings'
import { type ReactElement, useEffect } from 'react'
import { useText } from '../format/useText.ts'
import { mayLookAgainOf, mayReadLogOf } from '../stores/sessionStore.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import { hashOf, type Route } from './routes.ts'
import { isLeadPlace } from './LeadPlaces.tsx'
import { useIsTeamLead } from './useIsTeamLead.ts'
import css from './AppRail.module.css'

/** Places of work. The claim's place is the last claim that was open; before that there is none. */
export function AppRail({ page }: { readonly page: Route['page'] }) {
  const say = useText()
  const lastClaim = useShared('openClaim', (state) => state.claimId)
  const isLead = useIsTeamLead()
  const contested = useCaseCount()
  const disputed = useDisputeCount()
  const mayReadLog = useShared('session', mayReadLogOf)
  const mayLookAgain = useShared('session', mayLookAgainOf)
  const inTrays = useShared('sync', ({ sync }) =>
    sync.status === 'ready' ? sync.value.conflicts + sync.value.outbox.held + sync.value.outbox.waiting : 0,
  )
  return (
    <nav className={css.rail} aria-label={say('rail.label')} data-pane="rail">
      <Place to={{ page: 'queue' }} here={page} name={say('page.queue')} icon={<List20Regular />} />
      {lastClaim !== null && (
        <Place
          to={{ page: 'claim', claimId: lastClaim }}
          here={page}
          name={say('page.claim')}
          icon={<DocumentText20Regular />}
        />
      )}
      <Place
        to={{ page: 'arbitration' }}
        here={page}
        name={contested === 0 ? say('page.arbitration') : say('rail.arbitration', { count: contested })}
        icon={<Scales20Regular />}
        count={contested}
      />
      <Place
        to={{ page: 'disputes' }}
        here={page}
        name={disputed === 0 ? say('page.disputes') : say('rail.disputes', { count: disputed })}
        icon={<CommentError20Regular />}
        count={disputed}
      />
      {isLead && (
        <Place
          to={{ page: 'lead' }}
          here={isLeadPlace(page) ? 'lead' : page}
          name={say('page.lead')}
          icon={<ChartMultiple20Regular />}
        />
      )}
      {!isLead && mayLookAgain && (
        <Place to={{ page: 'quality' }} here={page} name={say('page.quality')} icon={<Ribbon20Regular />} />
      )}
      <Place
        to={{ page: 'trays' }}
        here={page}
        name={inTrays === 0 ? say('page.trays') : say('rail.trays', { count: inTrays })}
        icon={<MailInbox20Regular />}
        count={inTrays}
      />
      {!isLead && mayReadLog && (
        <Place
          to={{ page: 'audit' }}
          here={page}
          name={say('page.audit')}
          icon={<ClipboardTaskListLtr20Regular />}
        />
      )}
      <span className={css.grow} />
      <Place to={{ page: 'settings' }} here={page} name={say('page.settings')} icon={<Settings20Regular />} />
    </nav>
  )
}

function useCaseCount(): number {
  const { client, arbitration } = useStores()
  const open = useShared('arbitration', (state) => state.open)
  useEffect(() => {
    const count = () => void arbitration.getState().load()
    count()
    return client.events.on('arbitration.changed', count)
  }, [client, arbitration])
  return open ?? 0
}

function useDisputeCount(): number {
  const { client, disputes } = useStores()
  const waiting = useShared('disputes', (state) => state.waiting)
  useEffect(() => {
    const count = () => void disputes.getState().count()
    count()
    return client.events.on('claims.changed', count)
  }, [client, disputes])
  return waiting ?? 0
}

interface PlaceProps {
  readonly to: Route
  readonly here: Route['page']
  readonly name: string
  readonly icon: ReactElement
  readonly count?: number
}

/** What a badge has room for; the place's name tells the whole number. */
const MOST_SHOWN = 99

function Place({ to, here, name, icon, count = 0 }: PlaceProps) {
  const say = useText()
  const isHere = to.page === here
  return (
    <a
      className={css.place}
      href={hashOf(to)}
      aria-label={name}
      title={name}
      {...(isHere && { 'aria-current': 'page' })}
    >
      {icon}
      {count > 0 && (
        <span className={`${css.count} pd-num`}>
          {count > MOST_SHOWN ? say('count.moreThan.short', { count: MOST_SHOWN }) : count}
        </span>
      )}
    </a>
  )
}
