import { useState } from 'react'
import { useIsTeamLead } from '../../app/useIsTeamLead.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared } from '../../stores/Stores.tsx'
import { useRead } from '../../stores/useRead.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.tsx'
import { ForecastBox } from './forecast/ForecastBox.tsx'
import { MoveList } from './forecast/MoveList.tsx'
import { useMoves } from './forecast/useMoves.ts'
import { LoadList } from './load/LoadList.tsx'
import { RaisedList } from './load/RaisedList.tsx'
import { StationList } from './stations/StationList.tsx'
import { endOfWeek } from './endOfWeek.ts'
import { useNews } from './useNews.ts'
import css from './TeamPage.module.css'

/** Who has how much to do until a day, what will be late then, and what a lead does about it. */
export function TeamPage() {
  const say = useText()
  const isLead = useIsTeamLead()
  return (
    <div className={css.page}>
      <PageHead title={say('page.team')}>
        <p className={css.second}>{say('team.what')}</p>
      </PageHead>
      {isLead ? <Team /> : <EmptyState title={say('team.notYours')} text={say('team.notYours.text')} />}
    </div>
  )
}

function Team() {
  const say = useText()
  const todayMs = useShared('now', (state) => state.minuteMs)
  const [day, setDay] = useState(() => endOfWeek(new Date(todayMs)))
  const news = useNews()
  const [load, againLoad] = useRead('team.load', {}, news)
  const moves = useMoves(day, news)
  if (load.status === 'failed')
    return <FailedState title={say('team.failed')} error={load.error} onAgain={againLoad} />
  const team = valueOf(load)
  const told = valueOf(moves.forecast)
  if (team === null || told === null) return <LoadingRows label={say('team.loading')} />
  if (told.outcome === 'no_calendar')
    return <EmptyState title={say('team.noCalendar')} text={say('team.noCalendar.text')} />
  return (
    <div className={css.columns}>
      <div className={css.main}>
        <LoadList people={team.people} free={team.free} forecast={told} moves={moves.chosen} />
        <RaisedList raised={team.raised} />
        <MoveList people={team.people} moves={moves} forecast={told} />
        <StationList news={news} />
      </div>
      <ForecastBox people={team.people} day={day} setDay={setDay} moves={moves} forecast={told} />
    </div>
  )
}
