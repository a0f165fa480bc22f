import { EyeOff16Regular } from '@fluentui/react-icons/svg/eye-off'
import { Flag16Regular } from '@fluentui/react-icons/svg/flag'
import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import { useText } from '../../format/useText.ts'
import { documentIdsByFile, isHiddenText, type LocatedFlag, locateFlags } from '../../stores/evidence.ts'
import { flagWords, reuseWords } from './findingWords.ts'
import css from './FlagList.module.css'

interface FlagListProps {
  readonly detail: ClaimDetail
  readonly onShowFlag: (documentId: string, markId: string) => void
}

/** What one should know about the documents. A flag is never a verdict. */
export function FlagList({ detail, onShowFlag }: FlagListProps) {
  const say = useText()
  const flags = useMemo(() => locateFlags(detail.report, documentIdsByFile(detail)), [detail])
  if (flags.length === 0) return null
  return (
    <section className={css.group}>
      <h3>{say('flags.label')}</h3>
      <ul>
        {flags.map((located) => (
          <FlagLine key={located.markId} located={located} onShowFlag={onShowFlag} />
        ))}
      </ul>
    </section>
  )
}

function FlagLine({
  located,
  onShowFlag,
}: {
  located: LocatedFlag
  onShowFlag: FlagListProps['onShowFlag']
}) {
  const say = useText()
  const intl = useIntl()
  const { flag, documentId, markId, shown } = located
  const kind = flagWords(flag.kind, intl)
  const isHidden = isHiddenText(flag)
  const Icon = isHidden ? EyeOff16Regular : Flag16Regular
  return (
    <li className={css.line}>
      <Icon />
      <span>
        <b>{kind}</b> <span className={css.severity}>{say(`flags.severity.${flag.severity}`)}</span>
        {flag.reuse !== undefined && <span className={css.quote}>{reuseWords(flag.reuse, say)}</span>}
        {flag.text !== null && (
          <span className={isHidden ? css.hidden : css.quote}>
            {isHidden ? say('flags.hiddenText', { text: flag.text }) : say('dates.text', { text: flag.text })}
          </span>
        )}
      </span>
      {documentId !== null && shown !== null && (
        <button
          type="button"
          className={css.show}
          aria-label={say('flags.show', { kind })}
          onClick={() => onShowFlag(documentId, markId)}
        >
          {say('place.page', { page: shown.page })}
        </button>
      )}
    </li>
  )
}
