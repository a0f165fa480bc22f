import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss'
import { useIntl } from 'react-intl'
import type { ClaimDetail, CriterionView } from '../../../src-preload/contract/claims.ts'
import type { OwnEvidence } from '../../../src-preload/contract/vocabulary/ownEvidenceShape.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import type { EvidenceIndex } from '../../stores/evidence.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { EvidenceNumber } from '../../ui/EvidenceNumber.tsx'
import { mayJudge } from './mayJudge.ts'
import css from './OwnEvidence.module.css'

interface OwnEvidenceListProps {
  readonly view: CriterionView
  readonly detail: ClaimDetail
  readonly index: EvidenceIndex
  readonly onShow: (number: number) => void
}

/** What reviewers found for a criterion, beside what the checker did. */
export function OwnEvidenceList({ view, detail, index, onShow }: OwnEvidenceListProps) {
  const { criterion, item } = view
  const found = detail.ownEvidence.filter((own) => own.criterion === criterion && own.item === item)
  if (found.length === 0) return null
  return (
    <ul className={css.list}>
      {found.map((own) => (
        <Line
          key={own.evidenceId}
          own={own}
          number={index.numberOfOwn(own.evidenceId)}
          canRemove={mayJudge(detail)}
          onShow={onShow}
        />
      ))}
    </ul>
  )
}

interface LineProps {
  readonly own: OwnEvidence
  /** Undefined when its paper is gone. */
  readonly number: number | undefined
  readonly canRemove: boolean
  readonly onShow: (number: number) => void
}

function Line({ own, number, canRemove, onShow }: LineProps) {
  const say = useText()
  const { locale } = useIntl()
  const { openClaim } = useStores()
  const myId = useShared('session', ({ session }) => valueOf(session)?.user.userId ?? null)
  if (number === undefined) return null
  const { evidenceId, byUserId, byName, at, text, note } = own
  return (
    <li className={css.line}>
      <EvidenceNumber number={number} name={say('own.show', { number })} onShow={onShow} />
      <span>
        {note === '' ? <q>{text ?? say('own.drawing')}</q> : note}
        <span className={css.by}>
          {say('own.by', { name: byName, time: formatInstant(locale, at, 'stamp') })}
        </span>
      </span>
      {canRemove && byUserId === myId && (
        <button
          type="button"
          className={css.remove}
          aria-label={say('own.remove', { number })}
          title={say('own.remove', { number })}
          onClick={() => void openClaim.getState().send('claims.removeEvidence', { evidenceId })}
        >
          <Dismiss12Regular />
        </button>
      )}
    </li>
  )
}
