import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { OpenDispute } from '../../../src-preload/contract/related.ts'
import type { ClaimDocument } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import { papersSince, wordsSince } from './firstDecision.ts'
import css from './DisputeView.module.css'

interface NewEvidenceProps {
  readonly dispute: OpenDispute
  readonly detail: ClaimDetail
}

/** What the partner says and what it brought since the rejection. What is not new is not here. */
export function NewEvidence({ detail }: NewEvidenceProps) {
  const say = useText()
  const { locale } = useIntl()
  const { claim } = detail
  const justification = claim.matters.dispute?.justification ?? null
  const since = wordsSince(claim)
  return (
    <section className={css.side} aria-labelledby="dispute-new">
      <h3 id="dispute-new">{say('disputes.new')}</h3>
      <h4>{say('disputes.justification')}</h4>
      {justification === null ? (
        <p className={css.second}>{say('matter.noJustification')}</p>
      ) : (
        <blockquote className={css.quote} tabIndex={0}>
          {justification}
        </blockquote>
      )}
      {since.length > 0 && (
        <>
          <h4>{say('disputes.words')}</h4>
          {since.map(({ commentId, authorName, at, text }) => (
            <div key={commentId}>
              <p className={css.second}>
                {say('disputes.wrote', { name: authorName, time: formatInstant(locale, at, 'stamp') })}
              </p>
              <blockquote className={css.quote} tabIndex={0}>
                {text}
              </blockquote>
            </div>
          ))}
        </>
      )}
      <Papers detail={detail} />
    </section>
  )
}

function Papers({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const papers = papersSince(detail.claim)
  return (
    <>
      <h4>{say('disputes.papers')}</h4>
      {papers.length === 0 ? (
        <p className={css.second}>{say('disputes.noPapers')}</p>
      ) : (
        <ul className={css.papers}>
          {papers.map((paper) => (
            <Paper key={paper.documentId} paper={paper} detail={detail} />
          ))}
        </ul>
      )}
    </>
  )
}

function Paper({ paper, detail }: { readonly paper: ClaimDocument; readonly detail: ClaimDetail }) {
  const say = useText()
  const { locale } = useIntl()
  const { documentId, fileName, kind, addedAt, addedBy } = paper
  const time = formatInstant(locale, addedAt, 'stamp')
  const isHere = detail.documents.some((one) => one.documentId === documentId && one.availability === 'local')
  return (
    <li>
      <b>{fileName}</b>
      <span className={css.second}>{kind === null ? say('poeKind.none') : say(`poeKind.${kind}`)}</span>
      <span className={css.second}>
        {addedBy === null ? say('paper.added', { time }) : say('paper.addedBy', { time, name: addedBy })}
      </span>
      {!isHere && <span className={css.second}>{say('disputes.paperAway')}</span>}
    </li>
  )
}
