import { Popover, PopoverSurface } from '@fluentui/react-components'
import { useIntl } from 'react-intl'
import type { ClaimSummary } from '../../../../src-preload/contract/claims.ts'
import type { Output } from '../../../../src-preload/contract/index.ts'
import { formatDue, formatInstant } from '../../../../src-preload/words/dates.ts'
import { formatDuration } from '../../../format/duration.ts'
import { useText } from '../../../format/useText.ts'
import { useShared } from '../../../stores/Stores.tsx'
import { useRead } from '../../../stores/useRead.ts'
import { clockSum } from './clockSum.ts'
import css from './WhyNext.module.css'

interface WhyNextProps {
  readonly row: ClaimSummary
  /** Where it stands on the screen. */
  readonly target: HTMLElement | null
  readonly onClose: () => void
}

/**
 * Why the claim of the cursor stands where it stands. The focus stays in the list, so that walking on walks the answer along; it is
 * read out as it changes.
 */
export function WhyNext({ row, target, onClose }: WhyNextProps) {
  const say = useText()
  return (
    <Popover
      open
      onOpenChange={(_, { open }) => !open && onClose()}
      positioning={{ target, position: 'below', align: 'center', offset: 2 }}
    >
      <PopoverSurface
        className={`${css.why}`}
        role="group"
        aria-label={say('whyNext.title')}
        aria-live="polite"
      >
        <Rank row={row} />
        <DueSum row={row} />
      </PopoverSurface>
    </Popover>
  )
}

function Rank({ row }: { readonly row: ClaimSummary }) {
  const say = useText()
  const filter = useShared('filter', (state) => state.filter)
  const minuteMs = useShared('now', (state) => state.minuteMs)
  const [load] = useRead('claims.whyNext', { filter, claimId: row.claimId }, `${row.revision} ${minuteMs}`)
  if (load.status !== 'ready') return <h2>{say('whyNext.title')}</h2>
  const { why } = load.value
  if (why === null) return <h2>{say('whyNext.none')}</h2>
  return <RankSum why={why} />
}

function RankSum({ why }: { readonly why: NonNullable<Output<'claims.whyNext'>['why']> }) {
  const say = useText()
  const intl = useIntl()
  const { rank, total, parts } = why
  return (
    <>
      <h2>{say('whyNext.title')}</h2>
      <dl className={css.sum}>
        {parts.map(({ part, claims }) => (
          <div key={part}>
            <dt>{say(`whyNext.before.${part}`)}</dt>
            <dd className="pd-num">{intl.formatNumber(claims)}</dd>
          </div>
        ))}
        <div>
          <dt>{say('whyNext.itself')}</dt>
          <dd className="pd-num">{intl.formatNumber(1)}</dd>
        </div>
        <div className={css.total}>
          <dt>{say('whyNext.place', { total: intl.formatNumber(total) })}</dt>
          <dd className="pd-num">{intl.formatNumber(rank)}</dd>
        </div>
      </dl>
      <p className={css.rule}>{say('whyNext.rule')}</p>
    </>
  )
}

/** How the due instant came about: from the clock's begin, through everything that counts and does not, to the end. */
function DueSum({ row }: { readonly row: ClaimSummary }) {
  const say = useText()
  const { locale } = useIntl()
  const { clock, claimId, revision } = row
  const [load] = useRead(
    'claims.explainClock',
    clock === null ? null : { claimId, timer: clock.timer },
    `${claimId} ${revision}`,
  )
  if (clock === null) return <p className={css.rule}>{say('whyNext.noClock')}</p>
  if (clock.dueAt === null) return <p className={css.rule}>{say('whyNext.paused')}</p>
  const explanation = load.status === 'ready' ? load.value.explanation : null
  const sum = explanation === null ? null : clockSum(explanation)
  return (
    <dl className={css.sum}>
      {sum !== null && (
        <>
          <div>
            <dt>{say('whyNext.began', { timer: say(`timer.${clock.timer}`) })}</dt>
            <dd>{formatInstant(locale, sum.fromMs, 'listed')}</dd>
          </div>
          {sum.parts.map(({ kind, ms }) => (
            <div key={kind}>
              <dt>{say(`segment.${kind}`)}</dt>
              <dd className="pd-num">+ {formatDuration(locale, ms)}</dd>
            </div>
          ))}
        </>
      )}
      <div className={css.total}>
        <dt>{say('whyNext.due')}</dt>
        <dd>{formatDue(locale, clock.dueAt, 'listed')}</dd>
      </div>
    </dl>
  )
}
