import { Add16Regular } from '@fluentui/react-icons/svg/add'
import { Delete16Regular } from '@fluentui/react-icons/svg/delete'
import { type FormEvent, useState } from 'react'
import type { ClaimCount } from '../../../src-preload/contract/vocabulary/queueShape.ts'
import { hashOf } from '../../app/routes.ts'
import { countWords } from '../../format/claimCount.ts'
import { useText } from '../../format/useText.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import type { QueueState } from './queueStore.ts'
import { useViewEntries, type ViewEntry } from './views/useViewEntries.ts'
import type { ViewsStore } from './views/viewsStore.ts'
import css from './ViewList.module.css'

interface ViewListProps {
  readonly store: ViewsStore
  readonly counts: QueueState['counts']
}

/** Views with live counts. Each is an address: it can be copied, opened and sent. */
export function ViewList({ store, counts }: ViewListProps) {
  const say = useText()
  const { day, statuses, saved } = useViewEntries(store, counts)
  return (
    <nav className={css.views} aria-label={say('views.label')} data-pane="views">
      <Group title={say('views.label')} entries={day} />
      <Group title={say('views.byStatus')} entries={statuses} />
      {saved.length > 0 && (
        <Group
          title={say('views.saved')}
          entries={saved}
          onRemove={(id) => void store.getState().remove(id)}
        />
      )}
      <SaveView store={store} />
    </nav>
  )
}

interface GroupProps {
  readonly title: string
  readonly entries: readonly ViewEntry[]
  readonly onRemove?: (viewId: string) => void
}

function Group({ title, entries, onRemove }: GroupProps) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.key} className={css.item}>
            <View entry={entry} />
            {onRemove !== undefined && entry.viewId !== null && (
              <RemoveButton name={entry.name} onClick={() => onRemove(entry.viewId ?? '')} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function View({ entry }: { readonly entry: ViewEntry }) {
  const { filter } = useStores()
  const { name, query, claims, isHere } = entry
  return (
    <a
      className={css.view}
      href={hashOf({ page: 'queue', filter: query })}
      title={query === '' ? name : `${name} · ${query}`}
      // Also where the address says so already: somebody may have changed the filter since.
      onClick={() => filter.getState().setText(query)}
      {...(isHere && { 'aria-current': 'true' })}
    >
      <span className="pd-cut">{name}</span>
      <span className={`${css.count} pd-num`}>{claims === null ? null : <Count count={claims} />}</span>
    </a>
  )
}

function Count({ count }: { readonly count: ClaimCount }) {
  const say = useText()
  const words = countWords(count, say)
  if (!count.isMore) return words
  return (
    <span title={words}>
      <span aria-hidden="true">{say('count.moreThan.short', { count: count.claims })}</span>
      <span className="pd-sr">{words}</span>
    </span>
  )
}

function RemoveButton({ name, onClick }: { readonly name: string; readonly onClick: () => void }) {
  const say = useText()
  return (
    <button
      type="button"
      className={css.remove}
      aria-label={say('views.remove', { name })}
      title={say('views.remove', { name })}
      onClick={onClick}
    >
      <Delete16Regular />
    </button>
  )
}

/** Gives the filter a name. */
function SaveView({ store }: { readonly store: ViewsStore }) {
  const say = useText()
  const text = useShared('filter', ({ filter }) => filter.text)
  const [name, setName] = useState<string | null>(null)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name === null || name.trim() === '') return
    void store.getState().save({ viewId: crypto.randomUUID(), name: name.trim(), query: text })
    setName(null)
  }
  if (name === null) {
    return (
      <Button
        appearance="subtle"
        data-subtle=""
        className={`${css.save}`}
        icon={<Add16Regular />}
        disabledFocusable={text === ''}
        onClick={() => setName('')}
      >
        {say('views.save')}
      </Button>
    )
  }
  return (
    <form className={css.form} onSubmit={save}>
      <input
        className={css.name}
        value={name}
        maxLength={60}
        autoFocus
        aria-label={say('views.name')}
        placeholder={say('views.name')}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setName(null)}
      />
      <Button type="submit">{say('views.keep')}</Button>
    </form>
  )
}
