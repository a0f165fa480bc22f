import { Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { AssignOutcome, RuleView } from '../../../src-preload/contract/policyDesk.ts'
import { formatDay } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import css from './PolicyPage.module.css'
import type { PolicyStore } from './policyStore.ts'

interface AssignmentsProps {
  readonly view: RuleView
  readonly version: RuleView['versions'][number]
  readonly isAway: boolean
  readonly store: PolicyStore
}

type Wish = Pick<RuleView['versions'][number]['proposed'][number], 'because'> & { readonly fromDay: string }

/** From which day a version of a profile judges: what leads propose, and what one would propose oneself. */
export function Assignments({ view, version, isAway, store }: AssignmentsProps) {
  const say = useText()
  const { client } = useStores()
  const [outcome, setOutcome] = useState<AssignOutcome | null>(null)
  const run = async (act: 'propose' | 'put_in_force', wish: Wish) => {
    const asked = { rule: view.rule, version: version.version, act, ...wish }
    const came = await client.call('policy.assign', asked).catch(() => ({ outcome: 'unreachable' }) as const)
    setOutcome(came)
    await store.getState().load()
    return came.outcome === 'proposed'
  }
  return (
    <>
      {version.proposed.map((one) => (
        <Proposed
          key={one.fromDay}
          proposal={one}
          isAway={isAway}
          onPut={(fromDay) => void run('put_in_force', { fromDay, because: '' })}
        />
      ))}
      <ProposeDay isAway={isAway} onPropose={(wish) => run('propose', wish)} />
      <span role="status" className={outcome?.outcome === 'refused' ? css.problem : css.second}>
        {outcome?.outcome === 'refused'
          ? outcome.problems.map((problem) => say(`policy.assign.problem.${problem}`)).join(' ')
          : outcome !== null && say(`policy.assign.${outcome.outcome}`)}
      </span>
    </>
  )
}

interface ProposedProps {
  readonly proposal: RuleView['versions'][number]['proposed'][number]
  readonly isAway: boolean
  readonly onPut: (fromDay: string) => void
}

function Proposed({ proposal: { by, fromDay, because }, isAway, onPut }: ProposedProps) {
  const say = useText()
  const { locale } = useIntl()
  const me = useShared('session', ({ session }) => valueOf(session)?.user.userId ?? null)
  if (fromDay === null) return null
  const day = formatDay(locale, fromDay)
  return (
    <div className={css.proposed}>
      <p>{say('policy.assign.by', { name: by.name, day })}</p>
      <p className={css.second}>{because}</p>
      {by.userId === me ? (
        <p className={css.second}>{say('policy.assign.problem.second_person')}</p>
      ) : (
        <Button
          density="small"
          aria-label={say('policy.assign.putFrom', { day })}
          disabledFocusable={isAway}
          onClick={() => !isAway && onPut(fromDay)}
        >
          {say('policy.assign.put')}
        </Button>
      )}
    </div>
  )
}

interface ProposeDayProps {
  readonly isAway: boolean
  /** Whether it was taken: then the fields are empty again. */
  onPropose(wish: Wish): Promise<boolean>
}

function ProposeDay({ isAway, onPropose }: ProposeDayProps) {
  const say = useText()
  const [wish, setWish] = useState({ fromDay: '', because: '' })
  const mayPropose = !isAway && wish.fromDay !== '' && wish.because.trim() !== ''
  const propose = async () => {
    if (mayPropose && (await onPropose(wish))) setWish({ fromDay: '', because: '' })
  }
  return (
    <details className={css.assign}>
      <summary>{say('policy.assign')}</summary>
      <label>
        <span>{say('policy.fromDay')}</span>
        <Input
          size="small"
          type="date"
          value={wish.fromDay}
          onChange={(_, { value }) => setWish({ ...wish, fromDay: value })}
        />
      </label>
      <label>
        <span>{say('policy.because')}</span>
        <Textarea
          size="small"
          rows={2}
          maxLength={2000}
          value={wish.because}
          onChange={(_, { value }) => setWish({ ...wish, because: value })}
        />
      </label>
      <Button density="small" disabledFocusable={!mayPropose} onClick={() => void propose()}>
        {say('policy.assign.propose')}
      </Button>
    </details>
  )
}
