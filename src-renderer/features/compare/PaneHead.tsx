import { useIntl } from 'react-intl'
import type { DocumentView } from '../../../src-preload/contract/claims.ts'
import { formatInstant } from '../../format/dates.ts'
import { useText } from '../../format/useText.ts'
import type { Side } from './changeMarks.ts'
import css from './CompareView.module.css'

/** Which version this is, and since when and from whom the team has it. */
export function PaneHead({ side, document }: { readonly side: Side; readonly document: DocumentView }) {
  const say = useText()
  const intl = useIntl()
  const time = formatInstant(intl.locale, document.addedAt, 'stamp')
  return (
    <header className={css.paneHead}>
      <h3 data-side={side}>{say(`compare.${side}`)}</h3>
      <span className={css.fileName} title={document.fileName}>
        {document.fileName}
      </span>
      <span className={css.quiet}>
        {document.addedBy === null
          ? say('compare.added', { time })
          : say('compare.addedBy', { time, name: document.addedBy })}
      </span>
    </header>
  )
}
