import { useIntl } from 'react-intl'
import type { DocumentView } from '../../../src-preload/contract/claims.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import type { Side } from './changeMarks.ts'
import { useCompareText } from './compareText.ts'
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

interface PartyHeadProps {
  readonly side: Side
  readonly partnerName: string
  readonly fileName: string
}

/** Whose paper this is, where two parties' stand beside each other. */
export function PartyHead({ side, partnerName, fileName }: PartyHeadProps) {
  const say = useCompareText()
  return (
    <header className={css.paneHead}>
      <h3>{say(`compare.${side}`)}</h3>
      <b className={css.fileName} title={partnerName}>
        {partnerName}
      </b>
      <span className={css.fileName} title={fileName}>
        {fileName}
      </span>
    </header>
  )
}
