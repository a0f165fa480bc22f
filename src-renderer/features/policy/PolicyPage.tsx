import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Output } from '../../../src-preload/contract/index.ts'
import { useIsTeamLead } from '../../app/useIsTeamLead.ts'
import { useText } from '../../format/useText.ts'
import { useStores } from '../../stores/Stores.tsx'
import { ListPage } from '../../ui/ListPage.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { CalendarEditor } from './calendar/CalendarEditor.tsx'
import { DraftBar } from './DraftBar.tsx'
import { DraftNotices } from './DraftNotices.tsx'
import { DryRunPart } from './moves/DryRunPart.tsx'
import { WhatMoves } from './moves/WhatMoves.tsx'
import css from './PolicyPage.module.css'
import { chosenView, createPolicyStore, draftNow, type PolicyStore } from './policyStore.ts'
import { ProfileEditor } from './profile/ProfileEditor.tsx'
import { RuleNav } from './RuleNav.tsx'
import { useDraftFacts } from './useDraftFacts.ts'

/** What claims are judged and timed by, as leads change it: a draft, what it would move, another lead who publishes. */
export function PolicyPage() {
  const say = useText()
  const isLead = useIsTeamLead()
  if (!isLead) return <EmptyState title={say('page.policy')} text={say('policy.leadsOnly')} />
  return <LeadPage />
}

function LeadPage() {
  const say = useText()
  const { client } = useStores()
  const [store] = useState(() => createPolicyStore(client))
  const desk = useStore(store, (state) => state.desk)
  useEffect(() => {
    const again = () => void store.getState().load()
    again()
    // What another lead did comes with nothing but time: the board of drafts is small, and asked with every round.
    return client.events.on('sync.changed', again)
  }, [client, store])
  return (
    <ListPage
      title={say('page.policy')}
      beside={<Beside store={store} />}
      notices={<DraftNotices store={store} />}
      read={desk}
      words={{ loading: say('policy.loading'), failed: say('policy.failed') }}
      onAgain={() => void store.getState().load()}
    >
      {(read) => <Rules read={read} store={store} />}
    </ListPage>
  )
}

/** Which version is drafted, and how much of it is changed. */
function Beside({ store }: { readonly store: PolicyStore }) {
  const say = useText()
  const { draft, next, changes } = useDraftFacts(store)
  if (draft === null || next === null) return null
  return (
    <>
      {changes > 0 && <Tag>{say('policy.draftOf', { version: next })}</Tag>}
      <p className={css.second}>
        {changes === 0 ? say('policy.noChange') : say('policy.changes', { count: changes })}
      </p>
    </>
  )
}

interface RulesProps {
  readonly read: Output<'policy.book'>
  readonly store: PolicyStore
}

function Rules({ read, store }: RulesProps) {
  const say = useText()
  const state = useStore(store)
  const view = chosenView(state)
  if (view === null) return <EmptyState title={say('policy.none')} text={say('policy.none.text')} />
  const { rule } = view
  return (
    <>
      <div className={css.split}>
        <RuleNav rules={read.rules} view={view} away={read.away} store={store} />
        <Editor key={`${rule.kind} ${rule.id}`} store={store} />
        <div className={css.aside}>
          <WhatMoves
            key={`${rule.kind} ${rule.id}`}
            rule={rule}
            edition={state.edition}
            onLooked={state.look}
          />
          {rule.kind === 'profile' && <DryRunPart rule={rule} />}
        </div>
      </div>
      <DraftBar store={store} view={view} away={read.away} />
    </>
  )
}

/** The draft itself: it can be typed also while the hub is away. */
function Editor({ store }: { readonly store: PolicyStore }) {
  const say = useText()
  const state = useStore(store)
  const view = chosenView(state)
  const draft = draftNow(state)
  const { base } = state
  return (
    <section className={css.editor} data-pane="draft" tabIndex={-1} aria-label={say('policy.draft')}>
      {view !== null && (
        <header className={css.editorHead}>
          <h2>{view.title}</h2>
          <span className={css.second}>
            {say(view.rule.kind === 'calendar' ? 'policy.calendar.what' : 'policy.profile.what')}
          </span>
        </header>
      )}
      {draft === null ? (
        <Notice tone="note">{say('policy.contentAway')}</Notice>
      ) : draft.content.kind === 'calendar' ? (
        <CalendarEditor
          draft={draft.content.calendar}
          base={base?.kind === 'calendar' ? base.calendar : null}
          onChange={(calendar) => state.type({ content: { kind: 'calendar', calendar } })}
        />
      ) : (
        <ProfileEditor
          draft={draft.content.profile}
          base={base?.kind === 'profile' ? base.profile : null}
          onChange={(profile) => state.type({ content: { kind: 'profile', profile } })}
        />
      )}
    </section>
  )
}
