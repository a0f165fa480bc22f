import { Dismiss12Regular, Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { Search16Regular } from '@fluentui/react-icons/svg/search'
import { type KeyboardEvent, lazy, Suspense, useRef } from 'react'
import { FILTER_LIMIT } from '../../../../src-preload/contract/vocabulary/filter/filterWords.ts'
import type { FilterTerm } from '../../../../src-preload/contract/vocabulary/filter/filterTerms.ts'
import { printTerm } from '../../../../src-preload/contract/vocabulary/filter/printFilter.ts'
import { useCommand } from '../../../app/useCommand.ts'
import { useText } from '../../../format/useText.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { CommandKeys } from '../../../ui/CommandKeys.tsx'
import { useTyped } from '../../../ui/useTyped.ts'
import css from './FilterField.module.css'

const FilterHelp = lazy(async () => ({ default: (await import('./FilterHelp.tsx')).FilterHelp }))

/** What is asked, in chips and text. Left arrow goes from the text into the chips, Delete takes one away, Backspace changes the last. */
export function FilterField() {
  const say = useText()
  const { filter: filterStore } = useStores()
  const chips = useShared('filter', (state) => state.chips)
  const draft = useShared('filter', (state) => state.draft)
  const field = useRef<HTMLSpanElement>(null)
  const input = useRef<HTMLInputElement>(null)
  useCommand('queue.filter', () => input.current?.select())
  const focusChip = (index: number) => {
    const all = field.current?.querySelectorAll<HTMLElement>('[data-chip]')
    const target = index >= 0 && index < chips.length ? all?.[index] : input.current
    target?.focus()
  }
  const { setDraft, finishDraft, editLastChip, removeChip, clear } = filterStore.getState()
  const type = useTyped(setDraft)
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const isAtBegin = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0
    if (event.key === 'ArrowLeft' && isAtBegin && chips.length > 0) focusChip(chips.length - 1)
    else if (event.key === 'Backspace' && isAtBegin && editLastChip()) event.preventDefault()
    else if (event.key === 'Escape' && draft !== '') setDraft('')
    else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape') {
      finishDraft()
      focusGrid()
    }
  }
  return (
    <span ref={field} className={css.field}>
      <Search16Regular className={`${css.icon}`} />
      {chips.map((term, at) => (
        <Chip
          // Parts may repeat, and stand in the order in which they were written.
          key={`${at} ${printTerm(term)}`}
          term={term}
          onGo={(step) => focusChip(at + step)}
          onRemove={() => {
            removeChip(at)
            input.current?.focus()
          }}
        />
      ))}
      <input
        ref={input}
        type="text"
        className={css.input}
        value={draft}
        maxLength={FILTER_LIMIT}
        spellCheck={false}
        autoComplete="off"
        aria-label={say('filter.label')}
        placeholder={chips.length === 0 ? say('filter.placeholder') : undefined}
        onChange={(event) => type(event.target.value)}
        onBlur={finishDraft}
        onKeyDown={onKey}
      />
      <Suspense fallback={<span className={css.clear} />}>
        <FilterHelp />
      </Suspense>
      {chips.length === 0 && draft === '' ? (
        <CommandKeys command="queue.filter" />
      ) : (
        <button type="button" className={css.clear} aria-label={say('filter.clear')} onClick={clear}>
          <Dismiss16Regular />
        </button>
      )}
    </span>
  )
}

interface ChipProps {
  readonly term: FilterTerm
  readonly onGo: (step: -1 | 1) => void
  readonly onRemove: () => void
}

/** One button: its text, and what takes it away. A part that was not understood is dashed and says why. */
function Chip({ term, onGo, onRemove }: ChipProps) {
  const say = useText()
  const text = printTerm(term)
  const why = term.kind === 'problem' ? say(`filter.problem.${term.problem}`, { word: term.word }) : null
  return (
    <button
      type="button"
      data-chip=""
      className={why === null ? css.chip : `${css.chip} ${css.problem}`}
      title={why ?? text}
      aria-label={
        why === null
          ? say('filter.removeChip', { part: text })
          : say('filter.removeProblem', { part: text, why })
      }
      onClick={onRemove}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') onGo(-1)
        else if (event.key === 'ArrowRight') onGo(1)
        else if (event.key === 'Delete' || event.key === 'Backspace') onRemove()
        else return
        event.preventDefault()
      }}
    >
      <span className="pd-cut">{text}</span>
      <Dismiss12Regular className={`${css.icon}`} />
    </button>
  )
}

function focusGrid(): void {
  document.querySelector<HTMLElement>('[role=grid]')?.focus()
}
