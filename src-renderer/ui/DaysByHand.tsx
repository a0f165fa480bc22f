import { Checkbox, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { DayRange } from '../../src-preload/contract/vocabulary/checkShape.ts'
import type { OwnEvidence } from '../../src-preload/contract/vocabulary/ownEvidenceShape.ts'
import type { ReadDays, ReadFact } from '../../src-preload/contract/vocabulary/handWordShape.ts'
import { formatDay, formatInstant } from '../../src-preload/words/dates.ts'
import { useText } from '../format/useText.ts'
import { Button } from './Button.tsx'
import { keysOf } from './ReasonField.tsx'
import { useKeptFocus } from './useKeptFocus.ts'
import { SaidLine } from './SaidLine.tsx'
import css from './PersonsWord.module.css'

/** First and last are those of an engagement; of anything else the first is the day. Null = the papers do not say it. */
export interface Days {
  readonly first: string | null
  readonly last: string | null
}

/** A day without a second reading; null = there is none. */
export const sureDay = (days: DayRange | null): string | null =>
  days !== null && days.from === days.to ? days.from : null

interface DaysByHandProps {
  readonly what: ReadFact['what']
  /** Whose days they are, where several claims stand beside each other. */
  readonly of?: string
  /** What a person read; null = nobody did. */
  readonly read: ReadDays | null
  /** Days to choose among, as the machine read them. */
  readonly readings: readonly string[]
  /** What is known already, to go on from. */
  readonly known: Days
  /** Places that reviewers marked. */
  readonly places: readonly Pick<OwnEvidence, 'evidenceId' | 'page' | 'text'>[]
  readonly mayRead: boolean
  /** False = it was not accepted: what was entered stays. */
  onRead(days: Days, evidenceId: OwnEvidence['evidenceId'] | null): Promise<boolean>
  readonly onForget: () => void
}

/** A day that a person read where the machine could not: who read it, or the way to enter it. It is no verdict. */
export function DaysByHand(props: DaysByHandProps) {
  const { what, of = '', read, mayRead, onRead, onForget } = props
  const say = useText()
  const [isOpen, setOpen] = useState(false)
  const part = useKeptFocus(`${read?.at} ${isOpen}`)
  const detail = say(`arbitration.read.${what}`)
  const fact = of === '' ? detail : say('arbitration.verify.of', { detail, party: of })
  const open = say(`arbitration.read.open.${what}`)
  if (read === null && !mayRead) return null
  return (
    <div ref={part}>
      {read !== null ? (
        <Said read={read} fact={fact} canTakeBack={mayRead} onTakeBack={onForget} />
      ) : isOpen ? (
        <Form
          {...props}
          onCancel={() => setOpen(false)}
          onRead={async (days, evidenceId) => {
            const isRead = await onRead(days, evidenceId)
            if (isRead) setOpen(false)
            return isRead
          }}
        />
      ) : (
        <div className={css.acts}>
          <Button
            density="small"
            appearance="subtle"
            data-subtle=""
            {...(of !== '' && { 'aria-label': say('arbitration.read.open.of', { open, party: of }) })}
            onClick={() => setOpen(true)}
          >
            {open}
          </Button>
        </div>
      )}
    </div>
  )
}

interface SaidProps {
  readonly read: ReadDays
  readonly fact: string
  readonly canTakeBack: boolean
  readonly onTakeBack: () => void
}

function Said({ read: { reading, byName, at, evidenceId }, fact, canTakeBack, onTakeBack }: SaidProps) {
  const say = useText()
  const { locale } = useIntl()
  const days = reading.what === 'engagement' ? [reading.start, reading.end] : [reading.day]
  const stated = days.filter((day) => day !== null).map((day) => formatDay(locale, day))
  return (
    <SaidLine
      about={fact}
      beside={say(evidenceId === null ? 'arbitration.read.by' : 'arbitration.read.byAt', {
        name: byName,
        day: formatInstant(locale, at, 'shortDay'),
      })}
      canTakeBack={canTakeBack}
      onTakeBack={onTakeBack}
    >
      {stated.length === 0 ? say('arbitration.read.none') : stated.join(' – ')}
    </SaidLine>
  )
}

function Form({
  what,
  readings,
  known,
  places,
  onRead,
  onCancel,
}: DaysByHandProps & { readonly onCancel: () => void }) {
  const say = useText()
  const [first, setFirst] = useState(known.first ?? '')
  const [last, setLast] = useState(known.last ?? '')
  const [isNone, setNone] = useState(false)
  const [at, setAt] = useState('')
  const isEngagement = what === 'engagement'
  const isTurned = isEngagement && first !== '' && last !== '' && last < first
  const canSave = !isTurned && (isNone || first !== '' || (isEngagement && last !== ''))
  const save = () => {
    if (!canSave) return
    const days = isNone ? NO_DAYS : { first: first || null, last: isEngagement ? last || null : null }
    void onRead(days, places.find(({ evidenceId }) => evidenceId === at)?.evidenceId ?? null)
  }
  return (
    <div className={css.reason} onKeyDown={keysOf(save, onCancel)}>
      <Readings
        days={readings}
        chosen={isNone ? '' : first}
        onChoose={(day) => {
          setNone(false)
          setFirst(day)
        }}
      />
      <div className={css.days}>
        <DayField
          label={say(isEngagement ? 'arbitration.read.start' : 'arbitration.read.day')}
          value={first}
          isOff={isNone}
          onChange={setFirst}
        />
        {isEngagement && (
          <DayField label={say('arbitration.read.end')} value={last} isOff={isNone} onChange={setLast} />
        )}
      </div>
      <Checkbox
        className={`${css.none}`}
        checked={isNone}
        onChange={(_, { checked }) => setNone(checked === true)}
        label={say('arbitration.read.none')}
      />
      <PlaceField places={places} value={at} onChange={setAt} />
      {isTurned && <p role="alert">{say('arbitration.read.turned')}</p>}
      <div className={css.acts}>
        <Button
          density="small"
          appearance="primary"
          data-filled=""
          disabledFocusable={!canSave}
          onClick={save}
        >
          {say('arbitration.read.save')}
        </Button>
        <Button density="small" onClick={onCancel}>
          {say('command.cancel')}
        </Button>
      </div>
    </div>
  )
}

interface ReadingsProps {
  readonly days: readonly string[]
  readonly chosen: string
  readonly onChoose: (day: string) => void
}

function Readings({ days, chosen, onChoose }: ReadingsProps) {
  const say = useText()
  const { locale } = useIntl()
  if (days.length === 0) return null
  return (
    <div className={css.acts} role="group" aria-label={say('arbitration.read.readings')}>
      {days.map((day) => (
        <Button key={day} density="small" aria-pressed={chosen === day} onClick={() => onChoose(day)}>
          {formatDay(locale, day)}
        </Button>
      ))}
    </div>
  )
}

interface PlaceFieldProps extends Pick<DaysByHandProps, 'places'> {
  readonly value: string
  readonly onChange: (evidenceId: string) => void
}

function PlaceField({ places, value, onChange }: PlaceFieldProps) {
  const say = useText()
  if (places.length === 0) return null
  return (
    <label>
      <span>{say('arbitration.read.place')}</span>
      <Select
        className={`${css.place}`}
        size="small"
        value={value}
        onChange={(_, { value: chosen }) => onChange(chosen)}
      >
        <option value="">{say('arbitration.read.noPlace')}</option>
        {places.map(({ evidenceId, page, text }) => (
          <option key={evidenceId} value={evidenceId}>
            {say('arbitration.read.placeAt', { page, text: text ?? say('own.drawing') })}
          </option>
        ))}
      </Select>
    </label>
  )
}

const NO_DAYS: Days = { first: null, last: null }

interface DayFieldProps {
  readonly label: string
  readonly value: string
  readonly isOff: boolean
  readonly onChange: (day: string) => void
}

function DayField({ label, value, isOff, onChange }: DayFieldProps) {
  return (
    <label>
      <span>{label}</span>
      <Input
        className={`${css.date}`}
        size="small"
        type="date"
        disabled={isOff}
        value={value}
        onChange={(_, { value: typed }) => onChange(typed)}
      />
    </label>
  )
}
