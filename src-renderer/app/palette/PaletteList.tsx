import { ArrowRight20Regular } from '@fluentui/react-icons/svg/arrow-right'
import { DocumentText20Regular } from '@fluentui/react-icons/svg/document-text'
import { Filter20Regular } from '@fluentui/react-icons/svg/filter'
import { Flash20Regular } from '@fluentui/react-icons/svg/flash'
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed'
import { useEffect, useRef } from 'react'
import { useText } from '../../format/useText.ts'
import { KeyCaps } from '../../ui/KeyCaps.tsx'
import type { PaletteEntry } from './paletteEntries.ts'
import type { Shown } from './usePaletteGroups.ts'
import css from './Palette.module.css'

const ICONS = {
  commands: Flash20Regular,
  places: ArrowRight20Regular,
  claims: DocumentText20Regular,
  views: Filter20Regular,
} as const

interface PaletteListProps {
  readonly id: string
  readonly shown: readonly Shown[]
  readonly current: number
  readonly query: string
  readonly onRun: (entry: PaletteEntry) => void
}

export function PaletteList({ id, shown, current, query, onRun }: PaletteListProps) {
  const say = useText()
  const starts = shown.map((_, at) =>
    shown.slice(0, at).reduce((sum, { entries }) => sum + entries.length, 0),
  )
  return (
    <div className={css.list} role="listbox" id={`${id}-list`} aria-label={say('palette.found')}>
      {shown.length === 0 && (
        <p className={css.none} role="option" aria-selected="false" aria-disabled="true">
          {say('palette.none', { query })}
        </p>
      )}
      {shown.map(({ group, entries }, of) => (
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          {/* Named by it, and a listbox may hold options alone. */}
          <div className={css.title} id={`${id}-${group}`} aria-hidden="true">
            {say(`palette.group.${group}`)}
          </div>
          {entries.map((entry, within) => {
            const at = (starts[of] ?? 0) + within
            return (
              <Line
                key={entry.key}
                id={`${id}-${at}`}
                entry={entry}
                isCurrent={at === current}
                onRun={() => onRun(entry)}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}

interface LineProps {
  readonly id: string
  readonly entry: PaletteEntry
  readonly isCurrent: boolean
  readonly onRun: () => void
}

function Line({ id, entry, isCurrent, onRun }: LineProps) {
  const { name, note, binding, why, group, hits } = entry
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const Icon = why === null ? ICONS[group] : LockClosed20Regular
  return (
    <div
      ref={line}
      id={id}
      role="option"
      className={css.line}
      aria-selected={isCurrent}
      aria-disabled={why !== null}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      <Icon />
      <span className={css.words} title={[name, note, why].filter(Boolean).join(' · ')}>
        <Marked text={name} hits={hits} />
        {note !== '' && <span className={css.note}> · {note}</span>}
        {why !== null && <span className={css.note}> · {why}</span>}
      </span>
      {binding !== null && <KeyCaps binding={binding} />}
    </div>
  )
}

function Marked({ text, hits }: { readonly text: string; readonly hits: PaletteEntry['hits'] }) {
  const parts: { text: string; isHit: boolean }[] = []
  let from = 0
  for (const [start, end] of hits) {
    parts.push(
      { text: text.slice(from, start), isHit: false },
      { text: text.slice(start, end + 1), isHit: true },
    )
    from = end + 1
  }
  parts.push({ text: text.slice(from), isHit: false })
  return parts
    .filter((part) => part.text !== '')
    .map((part, at) => (part.isHit ? <b key={`${at} ${part.text}`}>{part.text}</b> : part.text))
}
