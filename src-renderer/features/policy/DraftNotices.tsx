import { useStore } from 'zustand'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import css from './PolicyPage.module.css'
import { chosenView, type PolicyStore } from './policyStore.ts'

/** What a lead must know before going on: the hub is away, somebody else wrote, a step was refused. */
export function DraftNotices({ store }: { readonly store: PolicyStore }) {
  const say = useText()
  const { desk, outcome } = useStore(store)
  const away = valueOf(desk)?.away ?? null
  return (
    <>
      {away !== null && <Notice tone="warning">{say(`policy.away.${away}`)}</Notice>}
      <Overtaken store={store} />
      {outcome?.outcome === 'refused' && (
        <Notice tone="danger">{say(`policy.problem.${outcome.problem}`)}</Notice>
      )}
      {outcome?.outcome === 'unreachable' && <Notice tone="warning">{say('policy.unreachable')}</Notice>}
      {outcome?.outcome === 'done' && outcome.published !== null && (
        <Notice tone="note">{say('policy.published', { version: outcome.published })}</Notice>
      )}
    </>
  )
}

/** One's own words stand on a draft, or a version, that is not the newest any more. Nothing is merged by itself. */
function Overtaken({ store }: { readonly store: PolicyStore }) {
  const say = useText()
  const state = useStore(store)
  const view = chosenView(state)
  const { own } = state
  if (view === null || own === null) return null
  const isOvertaken = own.seen !== (view.draft?.revision ?? null)
  const isOld = own.basedOn !== (view.versions[0]?.version ?? own.basedOn)
  if (!isOvertaken && !isOld) return null
  return (
    <Notice tone="warning">
      <p>
        {view.draft !== null && isOvertaken
          ? say('policy.overtaken', { name: view.draft.writtenBy.name })
          : say('policy.overtakenBase')}
      </p>
      <div className={css.ways}>
        <Button density="small" onClick={state.drop}>
          {say('policy.takeTheirs')}
        </Button>
        <Button density="small" onClick={state.takeOver}>
          {say('policy.keepMine')}
        </Button>
      </div>
    </Notice>
  )
}
