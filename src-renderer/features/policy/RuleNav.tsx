import { useIntl } from 'react-intl'
import type { Output } from '../../../src-preload/contract/index.ts'
import type { RuleView } from '../../../src-preload/contract/policyDesk.ts'
import { RULE_KINDS, type RuleKind } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { formatDay, formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Assignments } from './Assignments.tsx'
import css from './PolicyPage.module.css'
import { isSameRule, type PolicyStore } from './policyStore.ts'

interface RuleNavProps {
  readonly rules: readonly RuleView[]
  readonly view: RuleView
  readonly away: Output<'policy.book'>['away']
  readonly store: PolicyStore
}

/** The calendars and profiles, and the versions of the one that is looked at. */
export function RuleNav({ rules, view, away, store }: RuleNavProps) {
  return (
    <nav className={css.nav} data-pane="rules" tabIndex={-1}>
      {RULE_KINDS.map((kind) => (
        <RuleGroup
          key={kind}
          kind={kind}
          rules={rules.filter(({ rule }) => rule.kind === kind)}
          {...{ view, away, store }}
        />
      ))}
      <Versions view={view} away={away} store={store} />
    </nav>
  )
}

interface RuleGroupProps extends RuleNavProps {
  readonly kind: RuleKind
}

function RuleGroup({ kind, rules, view, store }: RuleGroupProps) {
  const say = useText()
  return (
    <section aria-label={say(`policy.kind.${kind}`)}>
      <h2>{say(`policy.kind.${kind}`)}</h2>
      <ul>
        {rules.map((one) => (
          <li key={one.rule.id}>
            <button
              type="button"
              className={css.rule}
              title={one.title}
              {...(isSameRule(one.rule, view.rule) && { 'aria-current': 'true' as const })}
              onClick={() => void store.getState().choose(one.rule)}
            >
              <span>{one.rule.id}</span>
              <small>
                {say('policy.version', { version: one.versions[0]?.version ?? 0 })}
                {one.isInForce && ` · ${say('policy.inForce')}`}
                {(one.draft !== null || one.own !== null) && ` · ${say('policy.hasDraft')}`}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Version = RuleView['versions'][number]

function Versions({ view, away, store }: Omit<RuleNavProps, 'rules'>) {
  const say = useText()
  return (
    <section aria-label={say('policy.versions')}>
      <h2>{say('policy.versions')}</h2>
      <ol className={css.versions}>
        {view.versions.map((one, at) => (
          <li key={one.version}>
            <b>{say('policy.version', { version: one.version })}</b>
            <VersionFacts version={one} />
            {view.rule.kind === 'profile' && (
              <Assignments view={view} version={one} isAway={away !== null} store={store} />
            )}
            {at > 0 && view.draft === null && view.own === null && (
              <Button density="small" onClick={() => void store.getState().restore(one.version)}>
                {say('policy.restore')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Who put it in force, when and why, and which submission days it judges. */
function VersionFacts({ version: { published, days } }: { readonly version: Version }) {
  const say = useText()
  const { locale } = useIntl()
  return (
    <>
      {published === null ? (
        <p className={css.second}>{say('policy.shipped')}</p>
      ) : (
        <>
          <p className={css.second}>
            {say('policy.publishedBy', {
              name: published.by.name,
              writer: published.writtenBy?.name ?? published.by.name,
              time: formatInstant(locale, published.at, 'stamp'),
            })}
          </p>
          <p>{published.because}</p>
          {published.restores !== null && (
            <p className={css.second}>{say('policy.restored', { version: published.restores })}</p>
          )}
        </>
      )}
      {days.map(({ fromDay, toDay }) => (
        <p key={fromDay} className={css.second}>
          {toDay === null
            ? say('policy.days.from', { from: formatDay(locale, fromDay) })
            : say('policy.days', { from: formatDay(locale, fromDay), to: formatDay(locale, toDay) })}
        </p>
      ))}
    </>
  )
}
