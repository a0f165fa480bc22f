import { ArrowReset20Regular } from '@fluentui/react-icons/svg/arrow-reset'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { Edit20Regular } from '@fluentui/react-icons/svg/edit'
import type { KeyboardEvent } from 'react'
import type { Command } from '../../app/commands.ts'
import { bindingOf } from '../../app/keys/recordKeys.ts'
import { isApple } from '../../app/keyNames.ts'
import { useText } from '../../format/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { KeyCaps } from '../../ui/KeyCaps.tsx'
import { useReturnFocus } from '../../ui/useReturnFocus.ts'
import css from './SettingsPage.module.css'

interface KeyLineProps {
  readonly command: Command
  readonly keys: readonly string[]
  /** The reviewer gave it these. */
  readonly isOwn: boolean
  /** What was wrong with the last keys, '' while none were pressed; null = nobody asks for keys. */
  readonly problem: string | null
  readonly onAsk: () => void
  readonly onLeave: () => void
  readonly onKeys: (binding: string) => void
  readonly onClear: () => void
  readonly onReset: () => void
}

export function KeyLine(props: KeyLineProps) {
  const { command, keys, isOwn, problem, onAsk, onLeave, onKeys, onClear, onReset } = props
  const say = useText()
  const name = say(command.messageId)
  return (
    <li className={css.key}>
      <span>{name}</span>
      {problem === null ? (
        <span className={css.caps}>
          {keys.length === 0 && <span className={css.hint}>{say('settings.keys.none')}</span>}
          {keys.map((binding) => (
            <Spoken key={binding} binding={binding} />
          ))}
        </span>
      ) : (
        <Recorder problem={problem} onLeave={onLeave} onKeys={onKeys} />
      )}
      <span className={css.tools}>
        <Tool icon={<Edit20Regular />} name={say('settings.keys.change', { name })} onClick={onAsk} />
        <Tool
          icon={<Dismiss20Regular />}
          name={say('settings.keys.clear', { name })}
          isOff={keys.length === 0}
          onClick={onClear}
        />
        <Tool
          icon={<ArrowReset20Regular />}
          name={say('settings.keys.reset', { name })}
          isOff={!isOwn}
          onClick={onReset}
        />
      </span>
    </li>
  )
}

/** Keycaps are hidden from screen readers beside controls that tell their keys; here they are the content. */
function Spoken({ binding }: { readonly binding: string }) {
  return (
    <>
      <KeyCaps binding={binding} />
      <span className="pd-sr">
        {binding.replaceAll('[Shift]+', '').replace('$mod', isApple ? '⌘' : 'Ctrl')}
      </span>
    </>
  )
}

interface ToolProps {
  readonly icon: React.ReactElement
  readonly name: string
  readonly isOff?: boolean
  readonly onClick: () => void
}

function Tool({ icon, name, isOff = false, onClick }: ToolProps) {
  return (
    <Button
      appearance="subtle"
      icon={icon}
      data-icon-only=""
      data-subtle=""
      aria-label={name}
      title={name}
      disabledFocusable={isOff}
      onClick={onClick}
    />
  )
}

interface RecorderProps {
  readonly problem: string
  readonly onLeave: () => void
  readonly onKeys: (binding: string) => void
}

/** Takes the next keys for itself. Tab still leaves, so that nobody is caught here. */
function Recorder({ problem, onLeave, onKeys }: RecorderProps) {
  const say = useText()
  useReturnFocus()
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Tab' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return onLeave()
    const binding = bindingOf(event.nativeEvent, isApple)
    if (binding !== null) onKeys(binding)
  }
  return (
    <span className={css.recorder}>
      <input
        autoFocus
        readOnly
        value=""
        className={css.record}
        aria-label={say('settings.keys.press')}
        placeholder={say('settings.keys.press')}
        onKeyDown={onKey}
        onBlur={() => problem === '' && onLeave()}
      />
      <span role="alert" className={css.problem}>
        {problem}
      </span>
    </span>
  )
}
