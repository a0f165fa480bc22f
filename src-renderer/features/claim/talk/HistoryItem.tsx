import { ArrowRight16Regular } from '@fluentui/react-icons/svg/arrow-right'
import { DocumentAdd16Regular } from '@fluentui/react-icons/svg/document-add'
import { Edit16Regular } from '@fluentui/react-icons/svg/edit'
import { History16Regular } from '@fluentui/react-icons/svg/history'
import type { FieldChange, HistoryEntry } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { HistoryKind } from '../../../../src-preload/contract/vocabulary/words.ts'
import { useText } from '../../../format/useText.ts'
import { detailWords, fieldWords, moveWords } from '../../../format/historyWords.ts'
import { TalkTime } from './TalkTime.tsx'
import css from './talk.module.css'

const ICON: Partial<Readonly<Record<HistoryKind, typeof History16Regular>>> = {
  edited: Edit16Regular,
  document_added: DocumentAdd16Regular,
}

/** One thing that happened: who, what, from which status to which, for which reasons, what was changed. */
export function HistoryItem({ entry }: { readonly entry: HistoryEntry }) {
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
      {entry.changes.length > 0 && <Changes changes={entry.changes} />}
    </li>
  )
}

function Changes({ changes }: { readonly changes: readonly FieldChange[] }) {
  const say = useText()
  return (
    <dl className={css.changes}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldWords(field, say)}</dt>
          <dd>
            {before === null ? (
              <span className={css.second}>{say('change.empty')}</span>
            ) : (
              <del>{before}</del>
            )}
            <ArrowRight16Regular aria-label={say('change.to')} />
            {after === null ? <span className={css.second}>{say('change.empty')}</span> : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
