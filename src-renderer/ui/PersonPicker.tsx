import { Dropdown, Option } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import type { CommandId } from '../app/commands.ts'
import type { UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { useText } from '../format/useText.ts'
import { valueOf } from '../stores/load.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import css from './PersonPicker.module.css'

export interface Colleague {
  readonly userId: UserId
  readonly name: string
}

interface PersonPickerProps {
  readonly chosen: UserId | null
  readonly onChoose: (person: Colleague) => void
  readonly autoFocus?: boolean
  /** Only these; left out = everybody of the team who reviews. */
  readonly among?: readonly UserId[]
  /** What the person is chosen for; left out = to be handed a claim. */
  readonly label?: string
  /** What Ctrl+Enter does here: the list would open by it before the registry hears of it. */
  readonly sends?: CommandId
}

/** One of the team who reviews. Without colleagues it says so. */
export function PersonPicker({
  chosen,
  onChoose,
  autoFocus = false,
  among,
  label,
  sends,
}: PersonPickerProps) {
  const say = useText()
  const { commands } = useStores()
  const team = useShared('session', ({ session }) => valueOf(session)?.colleagues)
  const colleagues = team?.filter(({ userId }) => among === undefined || among.includes(userId))
  if (colleagues === undefined || colleagues.length === 0) return <p>{say('handOver.nobody')}</p>
  const name = colleagues.find(({ userId }) => userId === chosen)?.name
  const send = (event: KeyboardEvent) => {
    if (sends === undefined || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    commands.getState().run(sends)
  }
  return (
    <Dropdown
      className={`${css.picker}`}
      size="small"
      aria-label={label ?? say('handOver.to')}
      placeholder={say('handOver.choose')}
      value={name ?? ''}
      selectedOptions={chosen === null ? [] : [chosen]}
      autoFocus={autoFocus}
      root={{ onKeyDownCapture: send }}
      onOptionSelect={(_, { optionValue }) => {
        const person = colleagues.find(({ userId }) => userId === optionValue)
        if (person !== undefined) onChoose(person)
      }}
    >
      {colleagues.map((person) => (
        <Option key={person.userId} value={person.userId} text={person.name}>
          {say('handOver.person', { name: person.name, role: say(`role.${person.role}`) })}
        </Option>
      ))}
    </Dropdown>
  )
}
