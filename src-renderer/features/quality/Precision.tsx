import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { CheckStanding, Override } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import type { Criterion } from '../../../src-preload/contract/vocabulary/words.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import { useRead } from '../../stores/useRead.ts'
import { Button } from '../../ui/Button.tsx'
import { Asked, Part } from './Part.tsx'
import { ShareBar } from './ShareBar.tsx'
import { percentOf, useShareWords } from './shareWords.ts'
import { useReread } from './useReread.ts'
import css from './QualityPage.module.css'

interface PrecisionProps {
  readonly onOpenClaim: (claimId: ClaimId) => void
}

/** How often each check was right of late, which are advisory and since when; each figure opens the words that people did not share. */
export function Precision({ onOpenClaim }: PrecisionProps) {
  const say = useText()
  const [read, again] = useRead('quality.precision', {})
  const [shown, show] = useState<Criterion | null>(null)
  useReread(again)
  return (
    <Part id="precision" title={say('quality.precision')} hint={say('quality.precision.hint')}>
      <Asked read={read} onAgain={again}>
        {({ checks, overridden }) =>
          checks.length === 0 ? (
            <p>{say('quality.precision.none')}</p>
          ) : (
            <>
              <CheckTable checks={checks} shown={shown} onShow={show} />
              {shown !== null && (
                <Overrides
                  overridden={overridden.filter(({ criterion }) => criterion === shown)}
                  criterion={shown}
                  onOpenClaim={onOpenClaim}
                />
              )}
            </>
          )
        }
      </Asked>
    </Part>
  )
}

interface CheckTableProps {
  readonly checks: readonly CheckStanding[]
  readonly shown: Criterion | null
  readonly onShow: (criterion: Criterion | null) => void
}

function CheckTable({ checks, shown, onShow }: CheckTableProps) {
  const say = useText()
  return (
    <div className={css.wide} role="group" aria-labelledby="quality-precision" tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{say('quality.column.check')}</th>
            <th scope="col">{say('quality.column.right')}</th>
            <th scope="col">{say('quality.column.interval')}</th>
            <th scope="col">{say('quality.column.level')}</th>
            <th scope="col">{say('quality.column.bar')}</th>
            <th scope="col">{say('quality.column.counts')}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <CheckLine
              key={`${check.policy.id} ${check.policy.version} ${check.criterion}`}
              check={check}
              isShown={check.criterion === shown}
              onShow={() => onShow(check.criterion === shown ? null : check.criterion)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CheckLineProps {
  readonly check: CheckStanding
  readonly isShown: boolean
  readonly onShow: () => void
}

function CheckLine({ check, isShown, onShow }: CheckLineProps) {
  const say = useText()
  const { locale } = useIntl()
  const shareWords = useShareWords()
  const { criterion, policy, hits, of, low, high, level, least, advisorySince } = check
  const name = say(`criterion.${criterion}`)
  const isUnknown = of < least
  return (
    <tr data-check={criterion}>
      <th scope="row">
        {name} <span className={css.second}>{say('quality.policy', policy)}</span>
      </th>
      <td className="pd-num">
        <Button
          density="small"
          aria-expanded={isShown}
          aria-label={say('quality.overrides.show', { criterion: name, share: shareWords(check) })}
          onClick={onShow}
        >
          {shareWords({ hits, of })}
        </Button>
      </td>
      <td className="pd-num">{say('quality.interval', { low: percentOf(low), high: percentOf(high) })}</td>
      <td className="pd-num">{say('quality.percent', { percent: percentOf(level) })}</td>
      <td>
        <ShareBar share={of === 0 ? null : hits / of} low={low} high={high} level={level} />
      </td>
      <td>
        {advisorySince !== null
          ? say('quality.advisory', { since: formatInstant(locale, advisorySince, 'stamp') })
          : say(isUnknown ? 'quality.tooFew' : 'quality.counts', { least })}
      </td>
    </tr>
  )
}

interface OverridesProps extends PrecisionProps {
  readonly overridden: readonly Override[]
  readonly criterion: Criterion
}

function Overrides({ overridden, criterion, onOpenClaim }: OverridesProps) {
  const say = useText()
  return (
    <>
      <h3>{say('quality.overrides', { criterion: say(`criterion.${criterion}`) })}</h3>
      {overridden.length === 0 && <p>{say('quality.overrides.none')}</p>}
      <ul className={css.list}>
        {overridden.map(({ decisionId, item, claimId, claimName, decider, machine, counted, reason }) => (
          <li key={`${decisionId} ${item}`} className={css.row}>
            <span>
              <b>{claimName}</b>{' '}
              {say('quality.override', {
                machine: say(`verdict.${machine}`),
                name: decider.name,
                counted: say(`verdict.${counted}`),
              })}
              {reason !== null && (
                <>
                  <br />
                  <span className={css.second}>{reason}</span>
                </>
              )}
            </span>
            <Button
              density="small"
              aria-label={say('quality.openClaim.long', { claim: claimName })}
              onClick={() => onOpenClaim(claimId)}
            >
              {say('quality.openClaim')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
