import { Checkbox, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { PersonLoad } from '../../../../src-preload/contract/team.ts'
import type { Room } from '../../../../src-preload/contract/vocabulary/roomShape.ts'
import { PROGRAMS } from '../../../../src-preload/contract/vocabulary/words.ts'
import { useText } from '../../../format/useText.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { Button } from '../../../ui/Button.tsx'
import css from './RoomEditor.module.css'

interface RoomEditorProps {
  readonly person: PersonLoad
  readonly onClose: () => void
}

const KNOWN = PROGRAMS.filter((program) => program !== 'UNKNOWN')

/** How much a person takes on, when they are away, and which programmes they take. The hub keeps who set it. */
export function RoomEditor({ person, onClose }: RoomEditorProps) {
  const say = useText()
  const { client } = useStores()
  const [room, setRoom] = useState<Room>(person.room)
  const [trouble, setTrouble] = useState<'stale' | 'role_may_not' | 'offline' | 'failed' | null>(null)
  const save = async () => {
    const { userId } = person.user
    const { outcome } = await client.call('team.setRoom', { userId, revision: person.revision, room })
    if (outcome === 'kept') onClose()
    else setTrouble(outcome)
  }
  return (
    <form
      className={css.form}
      aria-label={say('team.room.edit', { name: person.user.name })}
      onSubmit={(event) => {
        event.preventDefault()
        save().catch(() => setTrouble('failed'))
      }}
    >
      <Field label={say('team.room.perDay')} hint={say('team.room.perDay.hint')}>
        <Input
          type="number"
          size="small"
          min={0}
          max={500}
          step={0.5}
          value={room.claimsADay === null ? '' : String(room.claimsADay)}
          onChange={(_, { value }) => setRoom({ ...room, claimsADay: value === '' ? null : Number(value) })}
        />
      </Field>
      <Absences room={room} setRoom={setRoom} />
      <fieldset className={css.programs}>
        <legend>{say('team.room.programs')}</legend>
        {KNOWN.map((program) => (
          <Checkbox
            key={program}
            label={say(`program.${program}`)}
            checked={room.programs.length === 0 || room.programs.includes(program)}
            onChange={(_, { checked }) =>
              setRoom({ ...room, programs: toggled(room.programs, program, checked === true) })
            }
          />
        ))}
      </fieldset>
      {trouble !== null && <p role="alert">{say(`team.room.${trouble}`)}</p>}
      <div className={css.acts}>
        <Button type="submit" appearance="primary" data-filled="">
          {say('team.room.save')}
        </Button>
        <Button onClick={onClose}>{say('command.cancel')}</Button>
      </div>
    </form>
  )
}

/** None named means all of them. */
function toggled(
  programs: Room['programs'],
  program: Room['programs'][number],
  isOn: boolean,
): Room['programs'] {
  const before = programs.length === 0 ? [...KNOWN] : programs
  const after = isOn ? [...before, program] : before.filter((one) => one !== program)
  return after.length === KNOWN.length || after.length === 0 ? [] : after
}

interface AbsencesProps {
  readonly room: Room
  readonly setRoom: (room: Room) => void
}

/** Whole days, first and last among them. */
function Absences({ room, setRoom }: AbsencesProps) {
  const say = useText()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const isWhole = from !== '' && to !== '' && from <= to
  const add = () => {
    setRoom({ ...room, absences: [...room.absences, { from, to, note: '' }] })
    setFrom('')
    setTo('')
  }
  return (
    <fieldset className={css.absences}>
      <legend>{say('team.room.absences')}</legend>
      <ul>
        {room.absences.map((absence, at) => (
          <li key={`${absence.from} ${absence.to}`}>
            <span className="pd-num">{say('team.room.absence', { from: absence.from, to: absence.to })}</span>
            <Button
              density="small"
              onClick={() => setRoom({ ...room, absences: room.absences.filter((_, place) => place !== at) })}
            >
              {say('team.room.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={css.acts}>
        <Input
          type="date"
          size="small"
          aria-label={say('team.room.from')}
          value={from}
          onChange={(_, data) => setFrom(data.value)}
        />
        <Input
          type="date"
          size="small"
          aria-label={say('team.room.to')}
          value={to}
          onChange={(_, data) => setTo(data.value)}
        />
        <Button disabledFocusable={!isWhole} onClick={() => isWhole && add()}>
          {say('team.room.add')}
        </Button>
      </div>
    </fieldset>
  )
}
