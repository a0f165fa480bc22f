import { useIntl } from 'react-intl'
import type { ConflictDetail } from '../../../src-preload/contract/sync.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import { VerdictShape } from '../../ui/glyphs.tsx'
import css from './ConflictPanel.module.css'

/** What was asked of the hub, in the words of the reviewer. */
export function MineSide({ detail }: { readonly detail: ConflictDetail }) {
  const say = useText()
  const { locale } = useIntl()
  const { conflict, mine } = detail
  const names = namesOf(detail)
  return (
    <section className={`${css.side} ${css.mine}`}>
      <h3>
        {say('conflict.mine')}{' '}
        <span className={css.second}>{formatInstant(locale, conflict.madeAt, 'stamp')}</span>
      </h3>
      <dl className={css.facts}>
        <Fact name={say('conflict.asked')} lines={[say(`operation.${conflict.kind}`)]} isStrong />
        <Fact name={say('conflict.reasons')} lines={mine.reasons.map((reason) => say(`reason.${reason}`))} />
        <Fact
          name={say('decide.partnerReason')}
          lines={
            mine.partnerRequestReason === null ? [] : [say(`partnerRequest.${mine.partnerRequestReason}`)]
          }
        />
        <Fact name={say('decide.items')} lines={mine.items.map((id) => names.get(id) ?? id)} />
        <Fact name={say('conflict.removal')} lines={mine.mayRemoveItems ? [say('decide.mayRemove')] : []} />
        <Fact name={say('handOver.to')} lines={mine.toName === null ? [] : [mine.toName]} />
        <Fact
          name={say(conflict.kind === 'reopen' ? 'decide.reopenReason' : 'conflict.letter')}
          lines={mine.comment === '' ? [] : [mine.comment]}
          isText
        />
        <Fact name={say('conflict.note')} lines={mine.note === '' ? [] : [mine.note]} isText />
        <Verdicts detail={detail} />
      </dl>
    </section>
  )
}

interface FactProps {
  readonly name: string
  readonly lines: readonly string[]
  readonly isStrong?: boolean
  readonly isText?: boolean
}

function Fact({ name, lines, isStrong = false, isText = false }: FactProps) {
  if (lines.length === 0) return null
  return (
    <div className={isStrong ? css.strong : css.same}>
      <dt>{name}</dt>
      {lines.map((line) => (
        <dd key={line} {...(isText && { className: css.text, tabIndex: 0 })}>
          {line}
        </dd>
      ))}
    </div>
  )
}

function Verdicts({ detail }: { readonly detail: ConflictDetail }) {
  const say = useText()
  const { verdicts } = detail.mine
  const names = namesOf(detail)
  if (verdicts.length === 0) return null
  return (
    <div className={css.same}>
      <dt>{say('conflict.verdicts')}</dt>
      {verdicts.map(({ criterion, item, verdict, reason }) => (
        <dd key={`${criterion} ${item}`} className={css.verdict}>
          {verdict === null ? <span /> : <VerdictShape verdict={verdict} />}
          <span>
            {say('queue.chip', {
              criterion: item === null ? say(`criterion.${criterion}`) : (names.get(item) ?? item),
              verdict: say(`verdict.${verdict ?? 'none'}`),
            })}
            {reason !== null && <span className={css.reason}>{reason}</span>}
          </span>
        </dd>
      ))}
    </div>
  )
}

/** Items by id, as they are called now; what is gone is called as it was. */
function namesOf({ base, theirs }: ConflictDetail): ReadonlyMap<string, string> {
  return new Map([...(base?.items ?? []), ...(theirs?.items ?? [])].map(({ id, name }) => [id, name]))
}
