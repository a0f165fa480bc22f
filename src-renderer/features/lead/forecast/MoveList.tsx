import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { PersonLoad, TeamForecast } from '../../../../src-preload/contract/team.ts'
import { formatDue } from '../../../../src-preload/words/dates.ts'
import { hashOf } from '../../../app/routes.ts'
import { useCommand } from '../../../app/useCommand.ts'
import { useText } from '../../../format/useText.ts'
import { useShared } from '../../../stores/Stores.tsx'
import type { ActedOn } from '../../../stores/useTeamAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { CommandButton } from '../../../ui/CommandButton.tsx'
import { TeamActDialog } from '../../../ui/TeamActDialog.tsx'
import { fewerWords, Person } from './ForecastBox.tsx'
import type { Move, Moves } from './useMoves.ts'
import css from './MoveList.module.css'

interface MoveListProps {
  readonly people: readonly PersonLoad[]
  readonly moves: Moves
  readonly forecast: TeamForecast
}

/** What will breach, and who gets which of it: the lead takes moves away or gives them to others, sees what that changes, and sends them. */
export function MoveList({ people, moves, forecast }: MoveListProps) {
  const say = useText()
  const { locale } = useIntl()
  const { all, chosen, note } = moves
  const day = formatDue(locale, forecast.until, 'shortDay')
  useCommand('team.balance', () => void moves.balance())
  const [isAsking, setAsking] = useState(false)
  useCommand('team.move', () => setAsking(true), chosen.length > 0)
  return (
    <section className={css.list} aria-label={say('team.moves')} data-pane="moves" tabIndex={-1}>
      <div className={css.head}>
        <h2>
          {all.length === 0
            ? say('team.breaching', { count: forecast.asItIs.breaching, day })
            : say('team.moves')}
        </h2>
        <span className={css.second} role="status">
          {note !== null && say(`team.${note}`)}
        </span>
        <span className={css.acts}>
          {chosen.length > 0 && (
            <span>
              {say('team.moves.sum', { count: chosen.length, change: fewerWords(forecast, day, say) })}
            </span>
          )}
          {all.length > 0 && <Button onClick={moves.clear}>{say('team.moves.clear')}</Button>}
          {all.length === 0 ? (
            <CommandButton command="team.balance" withKey isBlocked={forecast.asItIs.breaching === 0}>
              {say('command.teamBalance')}
            </CommandButton>
          ) : (
            <CommandButton command="team.move" withKey appearance="primary" isBlocked={chosen.length === 0}>
              {say('command.teamMove')}
            </CommandButton>
          )}
        </span>
      </div>
      {isAsking && (
        <TeamActDialog
          act="hand_over"
          claims={chosen.map(actedOn)}
          reason={say('team.reason')}
          onDone={moves.sent}
          onClose={() => setAsking(false)}
        />
      )}
      {all.length > 0 ? (
        <ul>
          {all.map((move) => (
            <MoveRow key={move.claim.claimId} move={move} people={people} moves={moves} />
          ))}
        </ul>
      ) : (
        <Breaching people={people} forecast={forecast} />
      )}
    </section>
  )
}

const actedOn = ({ claim: { claimId, claimName, revision }, to }: Move): ActedOn => {
  return { claimId, claimName, revision, toUserId: to }
}

/** A list that is read; all of them are in the queue. */
const SHOWN = 12

function Breaching({ people, forecast }: Pick<MoveListProps, 'people' | 'forecast'>) {
  const say = useText()
  const { breaching, asItIs } = forecast
  const rest = asItIs.breaching - Math.min(SHOWN, breaching.length)
  if (breaching.length === 0) return <p className={css.none}>{say('team.noneBreach')}</p>
  return (
    <>
      <ul>
        {breaching.slice(0, SHOWN).map((claim) => (
          <li key={claim.claimId} className={css.row}>
            <Named claim={claim} />
            <span className={css.second}>{nameOf(people, claim.heldBy) ?? say('team.nobodyHolds')}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={css.none}>{say('team.andMore', { count: rest })}</p>}
    </>
  )
}

const nameOf = (people: readonly PersonLoad[], userId: string | null): string | undefined =>
  people.find(({ user }) => user.userId === userId)?.user.name

function Named({ claim }: Pick<Move, 'claim'>) {
  const { locale } = useIntl()
  useShared('now', (state) => state.minuteMs)
  return (
    <>
      <span className={`${css.due} pd-num`}>{formatDue(locale, claim.dueAt, 'listed')}</span>
      <a className={css.name} href={hashOf({ page: 'claim', claimId: claim.claimId })}>
        {claim.claimName}
      </a>
    </>
  )
}

interface MoveRowProps {
  readonly move: Move
  readonly people: readonly PersonLoad[]
  readonly moves: Moves
}

function MoveRow({ move, people, moves }: MoveRowProps) {
  const say = useText()
  const { claim, to, why, isChosen } = move
  const from = nameOf(people, claim.heldBy) ?? say('team.nobodyHolds')
  return (
    <li className={css.row}>
      <Checkbox
        checked={isChosen}
        aria-label={say('team.moves.pick', { claim: claim.claimName })}
        onChange={(_, { checked }) => moves.change(claim.claimId, { isChosen: checked === true })}
      />
      <Named claim={claim} />
      <span className={css.second}>
        {why === null
          ? say('team.moves.from', { name: from })
          : say('team.moves.why', {
              name: from,
              why: say(`team.cause.${why.cause}`),
              decisions: why.decisions,
              held: why.held,
            })}
      </span>
      <Person
        label={say('team.moves.toWhom', { claim: claim.claimName })}
        people={people.filter(({ user }) => user.userId !== claim.heldBy)}
        value={to}
        onChange={(userId) => userId !== null && moves.change(claim.claimId, { to: userId })}
      />
    </li>
  )
}
