import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { PersonLoad, TeamForecast } from '../../../../src-preload/contract/team.ts'
import { useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import type { Move } from '../forecast/useMoves.ts'
import { RoomEditor } from './RoomEditor.tsx'
import css from './LoadList.module.css'

interface LoadListProps {
  readonly people: readonly PersonLoad[]
  readonly free: number
  readonly forecast: TeamForecast
  readonly moves: readonly Move[]
}

/** Bar by bar: filled is what each holds, the tick what they decide until the day; hatched leaves, dashed arrives. */
export function LoadList({ people, free, forecast, moves }: LoadListProps) {
  const say = useText()
  const [edited, setEdited] = useState<string | null>(null)
  const rows = people.map((person) => loadOf(person, forecast, moves))
  const most = Math.max(1, ...rows.map(({ held, arrives, fits }) => Math.max(held + arrives, fits)))
  return (
    <section className={css.list} aria-label={say('team.load')} data-pane="load" tabIndex={-1}>
      <div className={css.head}>
        <h2>{say('team.load')}</h2>
        <span className={css.second}>{say('team.load.legend')}</span>
        <span className={`${css.second} pd-num`}>{say('team.load.free', { count: free })}</span>
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row.person.user.userId}>
            <LoadRow
              row={row}
              most={most}
              isEdited={edited === row.person.user.userId}
              onEdit={() =>
                setEdited((now) => (now === row.person.user.userId ? null : row.person.user.userId))
              }
            />
            {edited === row.person.user.userId && (
              <RoomEditor key={row.person.revision} person={row.person} onClose={() => setEdited(null)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Load {
  readonly person: PersonLoad
  readonly held: number
  readonly leaves: number
  readonly arrives: number
  /** Decisions until the day. */
  readonly fits: number
}

export function loadOf(person: PersonLoad, forecast: TeamForecast, moves: readonly Move[]): Load {
  const { userId } = person.user
  return {
    person,
    held: person.held,
    leaves: moves.filter(({ claim }) => claim.heldBy === userId).length,
    arrives: moves.filter(({ to }) => to === userId).length,
    fits: Math.floor(forecast.paces.find((pace) => pace.userId === userId)?.decisions ?? 0),
  }
}

interface LoadRowProps {
  readonly row: Load
  readonly most: number
  readonly isEdited: boolean
  readonly onEdit: () => void
}

function LoadRow({ row, most, isEdited, onEdit }: LoadRowProps) {
  const say = useText()
  const { formatNumber } = useIntl()
  const { person, held, leaves, arrives, fits } = row
  const after = held - leaves + arrives
  const name = person.user.name
  const pace = formatNumber(person.perDay, { maximumFractionDigits: 1 })
  return (
    <div className={css.row}>
      <span className={css.name}>
        {name}
        {person.isAway && <span className={css.away}>{say('team.away')}</span>}
      </span>
      <Bar row={row} most={most} />
      <span className={`${css.numbers} pd-num`}>
        {after === held
          ? say('team.load.numbers', { held, fits })
          : say('team.load.changed', { held, after, fits })}
      </span>
      <span className={`${css.second} pd-num`}>{say(`team.load.pace.${person.basis}`, { pace })}</span>
      <Button
        density="small"
        aria-expanded={isEdited}
        aria-label={say('team.room.edit', { name })}
        onClick={onEdit}
      >
        {say('team.room')}
      </Button>
    </div>
  )
}

/** Said in numbers beside it. */
function Bar({ row: { held, leaves, arrives, fits }, most }: { readonly row: Load; readonly most: number }) {
  const part = (n: number) => `${(100 * n) / most}%`
  return (
    <span className={css.bar} aria-hidden="true">
      <i className={css.stays} style={{ width: part(held - leaves) }} />
      <i className={css.leaves} style={{ width: part(leaves) }} />
      <i className={css.arrives} style={{ width: part(arrives) }} />
      <i className={css.tick} style={{ left: part(fits) }} />
    </span>
  )
}
