import { Dropdown, Input, Option, SpinButton, type SpinButtonProps } from '@fluentui/react-components'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { ForecastNumbers, PersonLoad, TeamForecast } from '../../../../src-preload/contract/team.ts'
import type { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { formatDue } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import { valueOf } from '../../../stores/load.ts'
import { useRead } from '../../../stores/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import type { Moves } from './useMoves.ts'
import css from './ForecastBox.module.css'

interface ForecastBoxProps {
  readonly people: readonly PersonLoad[]
  readonly day: string
  readonly setDay: (day: string) => void
  readonly moves: Moves
  readonly forecast: TeamForecast
}

/** What breaches until a day at the present pace, and what moving claims or more reviewers change. */
export function ForecastBox({ people, day, setDay, moves, forecast }: ForecastBoxProps) {
  const say = useText()
  const { locale } = useIntl()
  const until = formatDue(locale, forecast.until, 'shortDay')
  return (
    <aside
      className={css.box}
      aria-label={say('team.forecast', { day: until })}
      data-pane="forecast"
      tabIndex={-1}
    >
      <div className={css.head}>
        <h2>{say('team.forecast', { day: until })}</h2>
        <Input
          type="date"
          size="small"
          aria-label={say('team.forecast.day')}
          value={day}
          onChange={(_, { value }) => value !== '' && setDay(value)}
        />
      </div>
      <div className={css.rows}>
        <Row numbers={forecast.asItIs}>{say('team.forecast.asItIs')}</Row>
        <Transfer people={people} moves={moves} />
        <Reviewers moves={moves} />
        {forecast.whatIf !== null && (
          <Row numbers={forecast.whatIf} against={forecast.asItIs} isStrong>
            {say('team.forecast.then')}
          </Row>
        )}
      </div>
      <p className={css.second} role="status">
        {forecast.whatIf !== null && fewerWords(forecast, until, say)}
      </p>
      <Pace forecast={forecast} />
      <BackTest />
    </aside>
  )
}

interface RowProps {
  readonly numbers: ForecastNumbers
  readonly against?: ForecastNumbers
  readonly isStrong?: boolean
  readonly children: string
}

function Row({ numbers, isStrong = false, children }: RowProps) {
  const say = useText()
  const { breaching, low, high, overdue } = numbers
  return (
    <div className={`${css.row} ${isStrong ? css.strong : ''}`}>
      <span>{children}</span>
      <span className={css.numbers}>
        <b className="pd-num">{say('team.breach', { count: breaching })}</b>
        <span className={`${css.second} pd-num`}>
          {low === high ? '' : say('team.range', { low, high })}
          {overdue > 0 && !isStrong ? ` ${say('team.overdueNow', { count: overdue })}` : ''}
        </span>
      </span>
    </div>
  )
}

type SayText = ReturnType<typeof useText>

/** What all that is chosen and wished for changes, in one sentence. */
export function fewerWords({ asItIs, whatIf }: TeamForecast, day: string, say: SayText): string {
  const fewer = asItIs.breaching - (whatIf?.breaching ?? asItIs.breaching)
  if (fewer === 0) return say('team.noFewer', { day })
  return fewer > 0 ? say('team.fewer', { count: fewer, day }) : say('team.moreBreach', { count: -fewer, day })
}

function Transfer({ people, moves }: Pick<ForecastBoxProps, 'people' | 'moves'>) {
  const say = useText()
  const { wish, setWish } = moves
  return (
    <fieldset className={css.wish}>
      <legend className="pd-sr">{say('team.transfer')}</legend>
      <span>{say('team.transfer.move')}</span>
      <Count
        label={say('team.transfer.count')}
        most={500}
        value={wish.count}
        onChange={(count) => setWish({ count })}
      />
      <span>{say('team.transfer.from')}</span>
      <Person
        label={say('team.transfer.fromWhom')}
        people={people}
        nobody={say('team.nobodyHolds')}
        value={wish.from}
        onChange={(from) => setWish({ from })}
      />
      <span>{say('team.transfer.to')}</span>
      <Person
        label={say('team.transfer.toWhom')}
        people={people.filter(({ user }) => user.userId !== wish.from)}
        value={wish.to}
        onChange={(to) => setWish({ to })}
      />
      {wish.count > 0 && wish.to !== null && (
        <Button onClick={moves.take}>{say('team.transfer.take')}</Button>
      )}
    </fieldset>
  )
}

function Reviewers({ moves: { wish, setWish } }: Pick<ForecastBoxProps, 'moves'>) {
  const say = useText()
  return (
    <fieldset className={css.wish}>
      <legend className="pd-sr">{say('team.more')}</legend>
      <span>{say('team.more.add')}</span>
      <Count
        label={say('team.more.count')}
        most={50}
        value={wish.reviewers}
        onChange={(reviewers) => setWish({ reviewers })}
      />
      <span>{say('team.more.fromTomorrow', { count: wish.reviewers })}</span>
    </fieldset>
  )
}

interface CountProps {
  readonly label: string
  readonly value: number
  readonly most: number
  readonly onChange: (value: number) => void
}

export function Count({ label, value, most, onChange }: CountProps) {
  const change: SpinButtonProps['onChange'] = (_, data) => {
    const next = data.value ?? Number(data.displayValue)
    if (Number.isInteger(next) && next >= 0 && next <= most) onChange(next)
  }
  return (
    <SpinButton
      className={`${css.count}`}
      size="small"
      aria-label={label}
      min={0}
      max={most}
      value={value}
      onChange={change}
    />
  )
}

interface PersonProps {
  readonly label: string
  readonly people: readonly PersonLoad[]
  /** What to say for nobody; left out = somebody must be named. */
  readonly nobody?: string
  readonly value: UserId | null
  readonly onChange: (userId: UserId | null) => void
}

const NOBODY = ' '

export function Person({ label, people, nobody, value, onChange }: PersonProps) {
  const say = useText()
  const name = people.find(({ user }) => user.userId === value)?.user.name ?? nobody ?? ''
  return (
    <Dropdown
      className={`${css.person}`}
      aria-label={label}
      placeholder={say('team.choose')}
      value={name}
      selectedOptions={[value ?? NOBODY]}
      onOptionSelect={(_, { optionValue }) => {
        const found = people.find(({ user }) => user.userId === optionValue)
        if (found !== undefined || optionValue === NOBODY) onChange(found?.user.userId ?? null)
      }}
    >
      {nobody !== undefined && (
        <Option value={NOBODY} text={nobody}>
          {nobody}
        </Option>
      )}
      {people.map(({ user }) => (
        <Option key={user.userId} value={user.userId} text={user.name}>
          {user.name}
        </Option>
      ))}
    </Dropdown>
  )
}

function Pace({ forecast }: { readonly forecast: TeamForecast }) {
  const say = useText()
  const { formatNumber } = useIntl()
  const { paces, businessDays } = forecast
  const mean = paces.reduce((sum, { perDay }) => sum + perDay, 0) / Math.max(1, paces.length)
  const guessed = paces.filter(({ basis }) => basis !== 'history').length
  const short = (n: number) => formatNumber(n, { maximumFractionDigits: 1 })
  return (
    <p className={css.second}>
      {say('team.pace', { pace: short(mean), days: short(businessDays) })}
      {guessed > 0 && ` ${say('team.pace.guessed', { count: guessed })}`}
    </p>
  )
}

/** Business days that each tested day looks ahead: a review's own length. */
const AHEAD = 5

/** How the same forecast would have done on past days: asked for, since it reads all histories. */
function BackTest() {
  const say = useText()
  const { formatNumber } = useIntl()
  const [isAsked, setAsked] = useState(false)
  const [read] = useRead('team.backTest', isAsked ? { ahead: AHEAD } : null)
  const tested = valueOf(read)
  const part = (share: number | null) => (share === null ? '–' : formatNumber(share, { style: 'percent' }))
  if (!isAsked) return <Button onClick={() => setAsked(true)}>{say('team.backTest')}</Button>
  if (read.status === 'failed') return <p role="alert">{say(`error.${read.error.code}`)}</p>
  if (tested?.outcome !== 'tested') return <p role="status">{say('team.backTest.running')}</p>
  const { days, meanAbsoluteError, precision, recall, inRange } = tested
  if (meanAbsoluteError === null) return <p role="status">{say('team.backTest.none')}</p>
  return (
    <div role="status">
      <p>
        {say('team.backTest.error', {
          days: days.length,
          error: formatNumber(meanAbsoluteError, { maximumFractionDigits: 1 }),
        })}
      </p>
      <p className={css.second}>
        {say('team.backTest.parts', {
          precision: part(precision),
          recall: part(recall),
          inRange: part(inRange),
        })}
      </p>
    </div>
  )
}
