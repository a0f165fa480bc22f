import { useIntl } from 'react-intl'
import type { ConflictDetail } from '../../../src-preload/contract/sync.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { statusWords } from '../../../src-preload/words/statusWords.ts'
import { type Say, useText } from '../../format/useText.ts'
import css from './ConflictPanel.module.css'

type Decided = NonNullable<ConflictDetail['decided']>

/** A decision of cases: what I decided, how each case stands, and each party with what it was to be told. */
export function DecidedSides({ decided, madeAt }: { readonly decided: Decided; readonly madeAt: string }) {
  const say = useText()
  const { locale } = useIntl()
  return (
    <div className={css.sides}>
      <section className={`${css.side} ${css.mine}`}>
        <h3>
          {say('conflict.mine')} <span className={css.second}>{formatInstant(locale, madeAt, 'stamp')}</span>
        </h3>
        <dl className={css.facts}>
          {decided.cases.map(({ caseId, name, mine }) => (
            <div key={caseId} className={css.strong}>
              <dt>{name ?? say('conflict.case.gone')}</dt>
              <dd>{mine ?? say('outcome.nobody')}</dd>
            </div>
          ))}
          <div className={css.same}>
            <dt>{say('outcome.reason')}</dt>
            <dd className={css.text} tabIndex={0}>
              {decided.reason}
            </dd>
          </div>
        </dl>
      </section>
      <section className={`${css.side} ${css.theirs}`}>
        <h3>{say('conflict.case.now')}</h3>
        <dl className={css.facts}>
          {decided.cases.map((one) => (
            <div key={one.caseId} className={one.now === null ? css.same : css.changed}>
              <dt>{one.name ?? say('conflict.case.gone')}</dt>
              <dd>{caseNow(one, locale, say)}</dd>
            </div>
          ))}
          {decided.joined.length > 0 && (
            <div className={css.changed}>
              <dt>{say('conflict.case.joined')}</dt>
              <dd>{decided.joined.join(', ')}</dd>
            </div>
          )}
        </dl>
      </section>
      <section className={css.side}>
        <h3>{say('conflict.case.parties')}</h3>
        <dl className={css.facts}>
          {decided.parties.map((party) => (
            <Party key={party.claimId} party={party} />
          ))}
        </dl>
      </section>
    </div>
  )
}

function caseNow({ state, now }: Decided['cases'][number], locale: string, say: Say): string {
  if (now !== null)
    return say('conflict.case.decided', {
      name: now.byName,
      time: formatInstant(locale, now.at, 'stamp'),
      winner: now.winner ?? say('outcome.nobody.short'),
    })
  return state === null ? say('conflict.case.gone') : say(`case.state.${state}`)
}

function Party({ party }: { readonly party: Decided['parties'][number] }) {
  const say = useText()
  const { partnerName, claimId, state, subState, isChanged, hasLeft, letters } = party
  return (
    <div className={isChanged || hasLeft ? css.changed : css.same}>
      <dt>
        {partnerName} <span className="pd-num">{claimId}</span>
      </dt>
      <dd>
        {state === null ? say('conflict.theirs.none') : statusWords({ state, subState }, say)}
        {hasLeft && ` · ${say('conflict.case.left')}`}
        {isChanged && ` · ${say('conflict.case.changed')}`}
      </dd>
      {letters.map(({ act, comment }) => (
        <dd key={act} className={css.text} tabIndex={0}>
          {say('conflict.case.letter', { act: say(`outcome.act.${act}`), text: comment })}
        </dd>
      ))}
    </div>
  )
}
