import { useTypingAnnounce } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useText } from '../../format/useText.ts'
import { KeyCaps } from '../../ui/KeyCaps.tsx'
import { PaletteList } from './PaletteList.tsx'
import type { PaletteEntry } from './paletteEntries.ts'
import { type Scope, SCOPES, type Shown, usePaletteGroups } from './usePaletteGroups.ts'
import css from './Palette.module.css'

/** The dialog would take Tab for itself, and has nothing else to go to. Escape leaves it. */
const TAB_IS_OURS = JSON.stringify({ focusable: { ignoreKeydown: { Tab: true } } })

interface PaletteBoxProps {
  /** What stands in the field at first. */
  readonly first: string
  readonly onRun: (entry: PaletteEntry) => void
}

/** The field has the focus all the time; the arrows move what is current in the list. */
export function PaletteBox({ first, onRun }: PaletteBoxProps) {
  const say = useText()
  const id = useId()
  const [query, setQuery] = useState(first)
  const [scope, setScope] = useState<Scope>('all')
  const [current, setCurrent] = useState(0)
  const shown = usePaletteGroups(query, scope)
  const entries = shown.flatMap((group) => group.entries)
  const at = Math.min(current, entries.length - 1)
  const { typingAnnounce, inputRef } = useTypingAnnounce<HTMLInputElement>()
  const words = useCountWords(shown, scope)
  useEffect(() => typingAnnounce(words, { batchId: 'palette' }), [typingAnnounce, words])
  const run = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return
    if (entry.why === null) onRun(entry)
    else typingAnnounce(say('palette.cannot', { name: entry.name, why: entry.why }), { alert: true })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setCurrent((at + 1) % Math.max(entries.length, 1)),
      ArrowUp: () => setCurrent((at - 1 + entries.length) % Math.max(entries.length, 1)),
      PageDown: () => setCurrent(Math.min(at + 8, entries.length - 1)),
      PageUp: () => setCurrent(Math.max(at - 8, 0)),
      Enter: () => run(entries[at]),
      Tab: () => {
        setScope(stepScope(scope, event.shiftKey ? -1 : 1))
        setCurrent(0)
      },
    }
    const act = keys[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  return (
    <>
      <div className={css.field}>
        <Search20Regular />
        <input
          ref={inputRef}
          autoFocus
          data-tabster={TAB_IS_OURS}
          type="text"
          role="combobox"
          className={css.input}
          value={query}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          aria-label={say('palette.label')}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-describedby={`${id}-help`}
          {...(entries.length > 0 && { 'aria-activedescendant': `${id}-${at}` })}
          placeholder={say('palette.placeholder')}
          onChange={(event) => {
            setQuery(event.target.value)
            setCurrent(0)
          }}
          onKeyDown={onKey}
        />
        <span className={css.scope}>{say(`palette.scope.${scope}`)}</span>
      </div>
      <PaletteList id={id} shown={shown} current={at} query={query} onRun={run} />
      <p className={css.foot} id={`${id}-help`}>
        <Hint keys={['ArrowUp', 'ArrowDown']} words={say('palette.move')} />
        <Hint keys={['Enter']} words={say('palette.run')} />
        <Hint keys={['Tab']} words={say('palette.narrow')} />
        <Hint keys={['Escape']} words={say('toast.close')} />
      </p>
    </>
  )
}

function Hint({ keys, words }: { readonly keys: readonly string[]; readonly words: string }) {
  return (
    <span>
      {keys.map((key) => (
        <KeyCaps key={key} binding={key} />
      ))}{' '}
      {words}
    </span>
  )
}

function stepScope(scope: Scope, step: 1 | -1): Scope {
  return SCOPES[(SCOPES.indexOf(scope) + step + SCOPES.length) % SCOPES.length] ?? 'all'
}

function useCountWords(shown: readonly Shown[], scope: Scope): string {
  const say = useText()
  const count = (...groups: readonly Shown['group'][]) =>
    shown.filter(({ group }) => groups.includes(group)).flatMap(({ entries }) => entries).length
  return say('palette.count', {
    scope: say(`palette.scope.${scope}`),
    commands: count('recent', 'commands', 'places', 'notNow'),
    claims: count('claims'),
    views: count('views'),
  })
}
