import { Warning16Regular } from '@fluentui/react-icons/svg/warning'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import { useText } from '../../format/useText.ts'
import { documentReasonWords } from './findingWords.ts'
import css from './FlagList.module.css'

/** Documents that the checker could not read, or not in full: neither a pass nor a fail. */
export function DocumentProblems({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const intl = useIntl()
  const unread = (detail.report?.documents ?? []).filter(({ status }) => status !== 'read')
  if (unread.length === 0) return null
  return (
    <section className={css.group}>
      <h3>{say('couldNotCheck.label')}</h3>
      <ul>
        {unread.map(({ file, status, reason }) => (
          <li key={file} className={css.line}>
            <Warning16Regular />
            <span>
              {say(status === 'partly' ? 'document.partly' : 'document.could_not_check', {
                file,
                why: documentReasonWords(reason, intl),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
