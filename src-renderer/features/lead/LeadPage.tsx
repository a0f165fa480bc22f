import { useEffect } from 'react'
import { useIntl } from 'react-intl'
import type { LeadBoard } from '../../../src-preload/contract/lead.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import type { Route } from '../../app/routes.ts'
import { useText } from '../../format/useText.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.tsx'
import { Ages } from './Ages.tsx'
import { FigureList } from './FigureList.tsx'
import { Heatmap } from './Heatmap.tsx'
import { OpenByHolder } from './OpenByHolder.tsx'
import { Tiles } from './Tiles.tsx'
import { Weeks } from './Weeks.tsx'
import css from './LeadPage.module.css'

interface LeadPageProps {
  readonly go: (route: Route) => void
}

/** How the team stands: what is open, what is about to run out, and behind every number the claims that it counts. */
export function LeadPage({ go }: LeadPageProps) {
  const say = useText()
  const read = useBoard()
  const { lead } = useStores()
  return (
    <div className={css.page}>
      <PageHead title={say('page.lead')}>{read.status === 'ready' && <AsOf board={read.value} />}</PageHead>
      {read.status === 'ready' ? (
        <Board board={read.value} go={go} />
      ) : read.status === 'empty' ? (
        <EmptyState title={say('lead.notYours')} text={say('lead.notYours.text')} />
      ) : read.status === 'failed' ? (
        <FailedState
          title={say('lead.failed')}
          error={read.error}
          onAgain={() => void lead.getState().load()}
        />
      ) : (
        <LoadingRows label={say('lead.loading')} />
      )}
    </div>
  )
}

/** Read again with every change and every minute: clocks run out by themselves. */
function useBoard() {
  const { client, lead, now } = useStores()
  useEffect(() => {
    const again = () => void lead.getState().load()
    again()
    const events = ['claims.changed', 'lead.changed', 'sync.changed', 'session.changed'] as const
    const ends = events.map((event) => client.events.on(event, again))
    const endTicks = now.subscribe((state, before) => {
      if (state.minuteMs !== before.minuteMs) again()
    })
    return () => [...ends, endTicks].forEach((end) => end())
  }, [client, lead, now])
  return useShared('lead', (state) => state.board)
}

function AsOf({ board: { asOf, calendar, untold } }: { readonly board: LeadBoard }) {
  const say = useText()
  const { locale } = useIntl()
  const at = formatInstant(locale, asOf, 'time')
  return (
    <p className={css.second}>
      {calendar === null
        ? say('lead.asOf.noCalendar', { at })
        : say('lead.asOf', { at, id: calendar.id, zone: calendar.zone })}
      {untold > 0 && ` · ${say('lead.untold', { count: untold })}`}
    </p>
  )
}

function Board({ board, go }: LeadPageProps & { readonly board: LeadBoard }) {
  return (
    <>
      <Tiles board={board} />
      <div className={css.charts} data-pane="charts">
        <Heatmap due={board.due} today={board.today} />
        <div className={css.column}>
          <Weeks weeks={board.weeks} />
          <Ages ages={board.ages} />
        </div>
        <OpenByHolder load={board.load} />
      </div>
      <FigureList asOf={board.asOf} go={go} />
    </>
  )
}
