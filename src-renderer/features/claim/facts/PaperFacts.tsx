import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import { Section } from './factParts.tsx'
import css from './ClaimFacts.module.css'

interface PaperFactsProps {
  readonly detail: ClaimDetail
  readonly onOpenDocument: (documentId: string) => void
}

/** S-58, S-78, S-97: each paper with its kind, who added it and when. */
export function PaperFacts({ detail, onOpenDocument }: PaperFactsProps) {
  const say = useText()
  const { locale } = useIntl()
  const { documents, matters } = detail.claim
  if (documents.length === 0) return null
  return (
    <Section title={say('facts.papers')} aside={documents.length}>
      <ul className={css.papers}>
        {documents.map(({ documentId, fileName, kind, sha256, addedAt, addedBy }) => {
          const time = formatInstant(locale, addedAt, 'stamp')
          const seen = detail.report?.documents.find((one) => one.sha256 === sha256)?.kind ?? null
          return (
            <li key={documentId}>
              <button type="button" className={css.link} onClick={() => onOpenDocument(documentId)}>
                {fileName}
              </button>
              <span className={css.second}>
                {kind === null ? say('poeKind.none') : say(`poeKind.${kind}`)}
              </span>
              {seen !== null && seen !== kind && (
                <span className={css.second}>{say('paper.seenAs', { kind: say(`poeKind.${seen}`) })}</span>
              )}
              <span className={css.second}>
                {addedBy === null
                  ? say('paper.added', { time })
                  : say('paper.addedBy', { time, name: addedBy })}
              </span>
              {matters.dispute?.documentIds.includes(documentId) && (
                <span className={css.line}>{say('paper.ofDispute')}</span>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
