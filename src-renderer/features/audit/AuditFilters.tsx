import { Input, Select } from '@fluentui/react-components'
import { Search16Regular } from '@fluentui/react-icons/svg/search'
import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { useStore } from 'zustand'
import { AUDIT_GROUPS, LOG_SOURCES } from '../../../src-preload/contract/vocabulary/auditWords.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useTyped } from '../../ui/useTyped.ts'
import type { AuditStore } from './auditStore.ts'
import css from './AuditFilters.module.css'

interface StoreProps {
  readonly store: AuditStore
}

/** What of the log is shown. Each field narrows at once; all of them hold together. */
export function AuditFilters({ store }: StoreProps) {
  const say = useText()
  const intl = useIntl()
  const { source, from, to } = useStore(store, (state) => state.filter)
  const total = useStore(store, ({ log }) => valueOf(log)?.total ?? null)
  const narrow = store.getState().narrow
  return (
    <div className={css.bar} role="search" aria-label={say('audit.filter')} data-pane="filter">
      <Field name={say('audit.source')}>
        <Select
          value={source}
          onChange={(_, { value }) =>
            narrow({ source: LOG_SOURCES.find((each) => each === value) ?? 'here', group: null, person: '' })
          }
        >
          {LOG_SOURCES.map((each) => (
            <option key={each} value={each}>
              {say(`audit.source.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {source === 'here' ? (
        <ActAndPerson store={store} />
      ) : (
        <Words store={store} of="person" name={say('audit.person')} />
      )}
      <Words store={store} of="claimId" name={say('audit.claimId')} />
      <Field name={say('audit.from')}>
        <Input type="date" value={from ?? ''} onChange={(_, { value }) => narrow({ from: value || null })} />
      </Field>
      <Field name={say('audit.to')}>
        <Input type="date" value={to ?? ''} onChange={(_, { value }) => narrow({ to: value || null })} />
      </Field>
      <Words store={store} of="text" name={say('audit.text')} />
      <span className={`${css.count} pd-num`} role="status">
        {total !== null && say('audit.count', { count: total, shown: intl.formatNumber(total) })}
      </span>
    </div>
  )
}

function ActAndPerson({ store }: StoreProps) {
  const say = useText()
  const { group, person } = useStore(store, (state) => state.filter)
  const people = useStore(store, (state) => state.people)
  const narrow = store.getState().narrow
  return (
    <>
      <Field name={say('audit.group')}>
        <Select
          value={group ?? ''}
          onChange={(_, { value }) => narrow({ group: AUDIT_GROUPS.find((each) => each === value) ?? null })}
        >
          <option value="">{say('audit.group.all')}</option>
          {AUDIT_GROUPS.map((each) => (
            <option key={each} value={each}>
              {say(`audit.group.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name={say('audit.person')}>
        <Select size="small" value={person} onChange={(_, { value }) => narrow({ person: value })}>
          <option value="">{say('audit.person.all')}</option>
          {people.map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}

interface WordsProps extends StoreProps {
  readonly of: 'person' | 'claimId' | 'text'
  readonly name: string
}

function Words({ store, of, name }: WordsProps) {
  const value = useStore(store, ({ filter }) => filter[of])
  const write = useTyped((next) => store.getState().narrow({ [of]: next }))
  return (
    <Field name={name}>
      <Input
        value={value}
        onChange={(_, { value: next }) => write(next)}
        {...(of === 'text' && { contentBefore: <Search16Regular /> })}
      />
    </Field>
  )
}

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <label className={css.field}>
      <span>{name}</span>
      {children}
    </label>
  )
}
