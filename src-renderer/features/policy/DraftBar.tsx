import { Input, Textarea, useAnnounce } from '@fluentui/react-components'
import { useId } from 'react'
import { useStore } from 'zustand'
import type { Output } from '../../../src-preload/contract/index.ts'
import type { PreviewCounts } from '../../../src-preload/contract/vocabulary/rulePreviewShape.ts'
import type { RuleView } from '../../../src-preload/contract/policyDesk.ts'
import { useCommand } from '../../app/useCommand.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { useTyped } from '../../ui/useTyped.ts'
import css from './PolicyPage.module.css'
import type { PolicyStore } from './policyStore.ts'
import { useDraftFacts } from './useDraftFacts.ts'

interface DraftBarProps {
  readonly store: PolicyStore
  readonly view: RuleView
  readonly away: Output<'policy.book'>['away']
}

/** Why, from which day, and the one next step: to propose what one has written, or to publish what another has. */
export function DraftBar({ store, view, away }: DraftBarProps) {
  const say = useText()
  const { announce } = useAnnounce()
  const state = useStore(store)
  const { draft, next, changes } = useDraftFacts(store)
  const me = useShared('session', ({ session }) => valueOf(session)?.user.userId ?? null)
  const hasOwn = state.own !== null
  const step = !hasOwn && view.draft?.state === 'proposed' ? 'publish' : 'propose'
  const why =
    away !== null
      ? (`away.${away}` as const)
      : (whyNot({
          step,
          view,
          me,
          changes,
          because: draft?.because ?? '',
          fromDay: draft?.fromDay ?? null,
        }) ?? (state.looked === null ? 'lookFirst' : null))
  const reason = why === null ? '' : say(`policy.${why}`)
  const run = (act: 'propose' | 'publish' | 'discard') =>
    void state.act(act).catch(() => announce(say('policy.failed')))
  useCommand('policy.next', () => why === null && run(step), true, reason)
  useCommand(
    'policy.share',
    () => void state.share().catch(() => announce(say('policy.failed'))),
    hasOwn && away === null,
  )
  const reasonId = useId()
  return (
    <div className={css.bar} data-pane="decide" role="region" aria-label={say('policy.bar')}>
      <Words store={store} view={view} />
      <div className={css.steps}>
        <span id={reasonId} className={css.why}>
          {why === null && state.looked !== null ? <Looked counts={state.looked} /> : reason}
        </span>
        {hasOwn ? (
          <Button density="decision" onClick={state.drop}>
            {say('policy.drop')}
          </Button>
        ) : (
          view.draft !== null && (
            <Button
              density="decision"
              disabledFocusable={away !== null}
              onClick={() => away === null && run('discard')}
            >
              {say('policy.discard')}
            </Button>
          )
        )}
        {hasOwn && (
          <CommandButton command="policy.share" density="decision" isBlocked={away !== null}>
            {say('command.policyShare')}
          </CommandButton>
        )}
        <CommandButton
          command="policy.next"
          density="decision"
          appearance="primary"
          withKey
          isBlocked={why !== null}
          describedBy={reasonId}
        >
          {say(`policy.step.${step}`, { version: next ?? 0 })}
        </CommandButton>
      </div>
    </div>
  )
}

/** What the next step would bring about, beside the step itself. */
function Looked({ counts: { later, earlier, flipped } }: { readonly counts: PreviewCounts }) {
  const say = useText()
  return say('policy.looked', { moved: later + earlier, flipped })
}

interface Standing {
  readonly step: 'propose' | 'publish'
  readonly view: RuleView
  readonly me: string | null
  readonly changes: number
  readonly because: string
  readonly fromDay: string | null
}

/** What stands in the way of the next step, as the hub would say it; null = nothing. */
function whyNot({ step, view, me, changes, because, fromDay }: Standing) {
  if (step === 'publish') return view.draft?.writtenBy.userId === me ? 'problem.second_person' : null
  if (changes === 0) return 'problem.nothing_changed'
  if (because.trim() === '') return 'problem.reason_missing'
  return view.rule.kind === 'profile' && fromDay === null ? 'problem.day_missing' : null
}

function Words({ store, view }: Omit<DraftBarProps, 'away'>) {
  const say = useText()
  const state = useStore(store)
  const { draft } = useDraftFacts(store)
  const type = useTyped((because) => state.type({ because }))
  return (
    <>
      <label className={css.because}>
        <span>{say('policy.because')}</span>
        <Textarea
          size="small"
          rows={2}
          maxLength={2000}
          placeholder={say('policy.because.hint')}
          value={draft?.because ?? ''}
          onChange={(_, { value }) => type(value)}
        />
      </label>
      {view.rule.kind === 'profile' && (
        <label className={css.from}>
          <span>{say('policy.fromDay')}</span>
          <Input
            size="small"
            type="date"
            value={draft?.fromDay ?? ''}
            onChange={(_, { value }) => state.type({ fromDay: value === '' ? null : value })}
          />
        </label>
      )}
    </>
  )
}
