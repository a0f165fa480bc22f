import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { OpenDispute } from '../../../src-preload/contract/related.ts'
import type { Verdict as VerdictWord } from '../../../src-preload/contract/vocabulary/words.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import { Verdict } from '../../ui/Verdict.tsx'
import { letterOf, type ThenAndNow, thenAndNow } from './firstDecision.ts'
import css from './DisputeView.module.css'

interface SideProps {
  readonly dispute: OpenDispute
  readonly detail: ClaimDetail
}

/** Who rejected, when, why, in which words, and how each criterion stood: beside each stands how it stands now. */
export function FirstDecision({ dispute, detail }: SideProps) {
  const say = useText()
  const { locale } = useIntl()
  const { reasons, rejectedAt, firstDecider } = dispute
  const letter = letterOf(detail.claim)
  const time = rejectedAt === null ? '' : formatInstant(locale, rejectedAt, 'moment')
  return (
    <section className={css.side} aria-labelledby="dispute-first">
      <h3 id="dispute-first">{say('disputes.first')}</h3>
      {rejectedAt !== null && (
        <p className={css.line}>
          {firstDecider === null
            ? say('disputes.rejected', { time })
            : say('disputes.rejectedBy', { time, name: firstDecider.name })}
        </p>
      )}
      <ul className={css.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{say(`reason.${reason}`)}</li>
        ))}
      </ul>
      <Criteria detail={detail} />
      {letter !== null && (
        <>
          <h4>{say('disputes.letter')}</h4>
          <blockquote className={css.quote} lang={detail.claim.partnerLanguage} tabIndex={0}>
            {letter.text}
          </blockquote>
        </>
      )}
    </section>
  )
}

function Criteria({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const rows = thenAndNow(detail)
  const wasKept = rows.some(({ isKept }) => isKept)
  return (
    <>
      {!wasKept && <p className={css.second}>{say('disputes.notKept')}</p>}
      <table className={css.criteria}>
        <thead>
          <tr>
            <th scope="col">{say('disputes.criterion')}</th>
            <th scope="col">{say('disputes.then')}</th>
            <th scope="col">{say('disputes.now')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.criterion} ${row.item}`} row={row} detail={detail} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Row({ row, detail }: { readonly row: ThenAndNow; readonly detail: ClaimDetail }) {
  const say = useText()
  const { criterion, item, before, isKept, now, view } = row
  const name = detail.claim.form.items.find(({ id }) => id === item)?.name ?? item
  const has = isKept && now !== null && before !== now
  return (
    <tr className={has ? css.changed : undefined}>
      <th scope="row">
        {name === null
          ? say(`criterion.${criterion}`)
          : say('criterion.item', { criterion: say(`criterion.${criterion}`), item: name })}
      </th>
      <td>
        <Word verdict={before} none={say(isKept ? 'disputes.leftOpen' : 'disputes.unknown')} />
      </td>
      <td>
        <Word verdict={now} none={say(view === null ? 'disputes.offClaim' : 'verdict.none')} />
      </td>
    </tr>
  )
}

function Word({ verdict, none }: { readonly verdict: VerdictWord | null; readonly none: string }) {
  return verdict === null ? (
    <span className={css.second}>{none}</span>
  ) : (
    <Verdict verdict={verdict} withWord />
  )
}
