import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import { hashOf } from '../../../app/routes.ts'
import { formatDue, formatInstant } from '../../../../src-preload/words/dates.ts'
import { type Say, useText } from '../../../format/useText.ts'
import { Section } from '../facts/factParts.tsx'
import type { MatterProps } from './matterProps.ts'
import { Reasons } from './Reasons.tsx'
import css from './Matters.module.css'

/** T12, T13, S-39: what the partner says against the rejection, what it brought, and the rejection itself beside it. */
export function DisputeMatter({ detail, onOpenDocument }: MatterProps) {
  const say = useText()
  const { locale } = useIntl()
  const { dispute, disputes } = detail.claim.matters
  if (dispute === null) return null
  const { justification, openedAt, decidedAt } = dispute
  const max = detail.policy?.dispute.max ?? null
  return (
    <Section
      title={say('matter.dispute')}
      aside={
        max === null
          ? say('matter.disputeCount', { count: disputes })
          : say('matter.disputeOf', { count: disputes, max })
      }
    >
      {justification === null ? (
        <p className={css.line}>{say('matter.noJustification')}</p>
      ) : (
        <blockquote className={css.quote}>{justification}</blockquote>
      )}
      <NewPapers {...{ detail, onOpenDocument }} />
      <p className={css.second}>
        {decidedAt === null
          ? say('matter.disputed', { time: formatInstant(locale, openedAt, 'stamp') })
          : say('matter.disputeDecided', {
              time: formatInstant(locale, openedAt, 'stamp'),
              answer: formatInstant(locale, decidedAt, 'stamp'),
            })}
      </p>
      {detail.claim.state !== 'rejected' && <RejectedBefore detail={detail} />}
      {decidedAt === null && (
        <a className={css.link} href={hashOf({ page: 'disputes', claimId: detail.claim.form.claimId })}>
          {say('matter.compareDispute')}
        </a>
      )}
    </Section>
  )
}

function NewPapers({ detail, onOpenDocument }: MatterProps) {
  const say = useText()
  const { documents, matters } = detail.claim
  const papers = documents.filter(({ documentId }) => matters.dispute?.documentIds.includes(documentId))
  if (papers.length === 0) return null
  return (
    <>
      <h3>{say('matter.newPapers')}</h3>
      <ul>
        {papers.map(({ documentId, fileName }) => (
          <li key={documentId}>
            <button type="button" className={css.link} onClick={() => onOpenDocument(documentId)}>
              {fileName}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the dispute is about stands beside it. */
function RejectedBefore({ detail }: Pick<MatterProps, 'detail'>) {
  const say = useText()
  const { locale } = useIntl()
  const { rejection } = detail.claim.matters
  if (rejection === null) return null
  return (
    <>
      <h3>{say('matter.rejectedBefore')}</h3>
      <Reasons reasons={rejection.reasons} />
      <p className={css.second}>
        {say('matter.rejected', { time: formatInstant(locale, rejection.at, 'stamp') })}
      </p>
    </>
  )
}

/** S-36, S-38, C-18: why, and whether the partner can still do something about it. */
export function RejectionMatter({ detail }: MatterProps) {
  const say = useText()
  const { locale } = useIntl()
  const { rejection } = detail.claim.matters
  const isByCustomer = rejection?.reasons.includes('REJ_CUSTOMER_DECLINE') ?? false
  const isEnded = rejection !== null && rejection.reasons.length === 0
  return (
    <Section title={say('matter.rejection')}>
      <p className={css.state}>{finalityWords(detail, locale, say)}</p>
      {rejection !== null && <Reasons reasons={rejection.reasons} />}
      {isByCustomer && <p className={css.line}>{say('matter.byCustomer')}</p>}
      {isEnded && <p className={css.line}>{say('matter.endedByPartner')}</p>}
      <p className={css.second}>
        {say('matter.rejected', {
          time: formatInstant(locale, rejection?.at ?? detail.claim.stateChangedAt, 'stamp'),
        })}
      </p>
    </Section>
  )
}

function finalityWords({ claim }: ClaimDetail, locale: string, say: Say): string {
  const dueAt = claim.clocks.find(({ timer }) => timer === 'dispute_window')?.dueAt ?? null
  if (claim.subState === 'final') return say('matter.final')
  if (claim.subState === 'dispute_window_closed') return say('matter.windowClosed')
  return dueAt === null
    ? say('matter.disputable')
    : say('matter.disputableUntil', { due: formatDue(locale, dueAt, 'moment') })
}
