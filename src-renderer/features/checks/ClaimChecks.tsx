import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right'
import { useIntl } from 'react-intl'
import { useText } from '../../format/useText.ts'
import type { ClaimCheck } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import { DETAIL_CHECKS, VERDICTS } from '../../../src-preload/contract/vocabulary/words.ts'
import { useStores } from '../../stores/Stores.tsx'
import { DetailSaid } from '../../ui/DetailSaid.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import type { ChecksProps } from './ChecksPanel.tsx'
import { EvidenceNumbers } from './EvidenceNumbers.tsx'
import { findingWords } from './findingWords.ts'
import { mayVerify } from './mayJudge.ts'
import css from './ClaimChecks.module.css'

/** Checks of the claim form: folded, unless one of them does not hold. */
export function ClaimChecks({ detail, index, onShow }: ChecksProps) {
  const say = useText()
  const intl = useIntl()
  const checks = detail.report?.claimChecks ?? []
  if (checks.length === 0) return null
  return (
    <details className={css.checks} open={checks.some(({ verdict }) => verdict === 'not_met')}>
      <summary>
        <ChevronRight16Regular className={`${css.chevron}`} />
        <b>{say('claimChecks.label')}</b>
        <span className={css.tally}>
          {VERDICTS.map((verdict) => {
            const count = checks.filter((check) => check.verdict === verdict).length
            return count === 0 ? null : (
              <span key={verdict} className="pd-num">
                <Verdict verdict={verdict} /> {count}
              </span>
            )
          })}
        </span>
      </summary>
      <ul>
        {checks.map((check) => (
          <li key={check.check} className={css.line}>
            <Verdict verdict={check.verdict} />
            <span>
              <b>{say(`claimCheck.${check.check}`)}</b>
              <span className={css.sentence}>{findingWords(check, intl)}</span>
              <OwnWord check={check} detail={detail} />
            </span>
            <span className={css.ends}>
              <EvidenceNumbers finding={check} detail={detail} index={index} onShow={onShow} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface OwnWordProps extends Pick<ChecksProps, 'detail'> {
  readonly check: ClaimCheck
}

/** What a person verified or denied of it. What the check itself could settle is left alone unless somebody spoke of it already. */
function OwnWord({ check: { check, verdict }, detail }: OwnWordProps) {
  const say = useText()
  const { openClaim } = useStores()
  const name = DETAIL_CHECKS.find((one) => one === check)
  if (name === undefined) return null
  const word = detail.detailWords.find((one) => one.check === name) ?? null
  const isOpen = verdict === 'cannot_tell' || verdict === 'not_met'
  return (
    <DetailSaid
      name={say(`claimCheck.${name}`)}
      machine={verdict}
      word={word}
      maySay={mayVerify(detail) && (isOpen || word !== null)}
      onSay={async (said, note) =>
        (await openClaim.getState().send('claims.setDetail', { check: name, verdict: said, note })) !== null
      }
    />
  )
}
