import { SearchBox, useAnnounce } from '@fluentui/react-components'
import { useState } from 'react'
import { type Command, COMMAND_CONTEXTS, COMMANDS } from '../../app/commands.ts'
import { mayHaveKeys } from '../../app/keys/effectiveKeys.ts'
import { useKeyWishes } from '../../app/keys/useKeys.ts'
import { plainKeys } from '../../app/keyNames.ts'
import { useText } from '../../format/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { KeyLine } from './KeyLine.tsx'
import type { Change } from './useChange.ts'
import css from './SettingsPage.module.css'

const ALL: readonly Command[] = COMMANDS

/** Every command with its keys, and the way to others. */
export function KeySettings({ change }: { readonly change: Change }) {
  const say = useText()
  const { announce } = useAnnounce()
  const wishes = useKeyWishes()
  const [text, setText] = useState('')
  /** Which command's keys are being pressed just now, and what was said of the last ones. */
  const [asked, setAsked] = useState<{ readonly id: string; readonly problem: string } | null>(null)
  const put = async (keys: typeof wishes.keys, done: string) => {
    setAsked(null)
    if (await change({ keys })) announce(done)
  }
  const tell = (command: Command, binding: string) => {
    const answer = mayHaveKeys(command, binding, ALL, wishes)
    const name = say(command.messageId)
    const keys = plainKeys(binding)
    if (answer.kind === 'free')
      return void put({ ...wishes.keys, [command.id]: [binding] }, say('settings.keys.done', { name, keys }))
    const problem =
      answer.kind === 'reserved'
        ? say('settings.keys.reserved', { keys })
        : say('settings.keys.taken', {
            keys,
            name: say(answer.by.messageId),
            place: say(`keys.${answer.by.context}`),
          })
    setAsked({ id: command.id, problem })
  }
  const without = (id: string) => Object.fromEntries(Object.entries(wishes.keys).filter(([of]) => of !== id))
  const fits = (command: Command) => {
    const own = wishes.keys[command.id] ?? command.keys
    return [say(command.messageId), ...own.map(plainKeys)].some((each) =>
      each.toLowerCase().includes(text.trim().toLowerCase()),
    )
  }
  const found = ALL.filter(fits)
  return (
    <>
      <div className={css.acts}>
        <SearchBox
          size="small"
          className={`${css.find}`}
          value={text}
          aria-label={say('settings.keys.find')}
          placeholder={say('settings.keys.find')}
          onChange={(_, data) => setText(data.value)}
        />
        <Button
          disabledFocusable={Object.keys(wishes.keys).length === 0}
          onClick={() => void put({}, say('settings.keys.resetAll.done'))}
        >
          {say('settings.keys.resetAll')}
        </Button>
      </div>
      {found.length === 0 && <p>{say('settings.keys.noneFound')}</p>}
      {COMMAND_CONTEXTS.map((context) => {
        const here = found.filter((command) => command.context === context)
        return here.length === 0 ? null : (
          <div key={context}>
            <h3>{say(`keys.${context}`)}</h3>
            <ul>
              {here.map((command) => (
                <KeyLine
                  key={command.id}
                  command={command}
                  keys={wishes.keys[command.id] ?? command.keys}
                  isOwn={wishes.keys[command.id] !== undefined}
                  problem={asked?.id === command.id ? asked.problem : null}
                  onAsk={() => setAsked({ id: command.id, problem: '' })}
                  onLeave={() => setAsked(null)}
                  onKeys={(binding) => tell(command, binding)}
                  onClear={() =>
                    void put(
                      { ...wishes.keys, [command.id]: [] },
                      say('settings.keys.done', {
                        name: say(command.messageId),
                        keys: say('settings.keys.none'),
                      }),
                    )
                  }
                  onReset={() =>
                    void put(
                      without(command.id),
                      say('settings.keys.done', {
                        name: say(command.messageId),
                        keys: command.keys.map(plainKeys).join(', ') || say('settings.keys.none'),
                      }),
                    )
                  }
                />
              ))}
            </ul>
          </div>
        )
      })}
    </>
  )
}
