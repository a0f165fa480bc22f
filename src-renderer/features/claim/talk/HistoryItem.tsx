import { ArrowRight16Regular } from '@fluentui/react-icons/svg/arrow-right'
import { DocumentAdd16Regular } from '@fluentui/react-icons/svg/document-add'
import { Edit16Regular } from '@fluentui/react-icons/svg/edit'
import { History16Regular } from '@fluentui/react-icons/svg/history'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { FieldChange, HistoryEntry } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { HistoryKind } from '../../../../src-preload/contract/vocabulary/words.ts'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import {
  type ChangedPart,
  changedParts,
  detailWords,
  fieldWords,
  moveWords,
} from '../../../format/historyWords.ts'
import { TalkTime } from './TalkTime.tsx'
import css from './talk.module.css'

const ICON: Partial<Readonly<Record<HistoryKind, typeof History16Regular>>> = {
  edited: Edit16Regular,
  document_added: DocumentAdd16Regular,
}

interface HistoryItemProps {
  readonly entry: HistoryEntry
  /** What each edited field touches. */
  readonly touched: Touched
}

/** One thing that happened: who, what, from which status to which, for which reasons, what was changed. */
export function HistoryItem({ entry, touched }: HistoryItemProps) {
  const say = useText()
  const Icon = ICON[entry.kind] ?? History16Regular
  const move = moveWords(entry, say)
  return (
    <li className={css.item}>
      <Icon />
      <b>{say(`history.${entry.kind}`, { name: entry.actorName })}</b>
      <TalkTime at={entry.at} />
      {move !== null && <p>{move}</p>}
      {entry.reasons.length > 0 && (
        <p>{entry.reasons.map((reason) => say(`reason.${reason}`)).join(' · ')}</p>
      )}
      {entry.detail !== null && <p>{detailWords(entry.detail, say)}</p>}
      {entry.changes.length > 0 && <Changes changes={entry.changes} touched={touched} />}
    </li>
  )
}

type Touched = ClaimDetail['touched']

interface ChangesProps {
  readonly changes: readonly FieldChange[]
  readonly touched: Touched
}

/** Each field before and after, and what has to be judged anew because of it (S-52). */
function Changes({ changes, touched }: ChangesProps) {
  const say = useText()
  const { locale } = useIntl()
  const momentOf = (instant: string) => formatInstant(locale, instant, 'record')
  return (
    <dl className={css.changes}>
      {changes.map((change) => {
        const { before, after } = changedParts(change, say, momentOf)
        return (
          <div key={change.field}>
            <dt>{fieldWords(change.field, say)}</dt>
            <dd>
              <Side parts={before} as="del" />
              <ArrowRight16Regular aria-label={say('change.to')} />
              <Side parts={after} as="ins" />
            </dd>
            <Touches touched={touched.find(({ field }) => field === change.field)} />
          </div>
        )
      })}
    </dl>
  )
}

function Side({
  parts,
  as: Mark,
}: {
  readonly parts: readonly ChangedPart[] | null
  readonly as: 'del' | 'ins'
}) {
  const say = useText()
  if (parts === null) return <span className={css.second}>{say('change.empty')}</span>
  return parts.map(({ text, isKept }) =>
    isKept ? (
      <span key={text} className={css.second}>
        {text}
      </span>
    ) : (
      <Mark key={text}>{text}</Mark>
    ),
  )
}

function Touches({ touched }: { readonly touched: Touched[number] | undefined }) {
  const say = useText()
  const { locale } = useIntl()
  if (touched === undefined) return null
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const names = [
    ...touched.criteria.map((criterion) => say(`criterion.${criterion}`)),
    ...touched.checks.map((check) => say(`claimCheck.${check}`)),
  ]
  return (
    <dd className={css.second}>
      {names.length === 0
        ? say('change.touchesNothing')
        : say('change.touches', { names: list.format(names) })}
    </dd>
  )
}
