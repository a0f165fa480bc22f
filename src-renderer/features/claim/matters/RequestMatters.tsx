import { useIntl } from 'react-intl'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { Button } from '../../../ui/Button.tsx'
import { isResponseOverdue, sceneOf } from '../decide/missing.ts'
import { Section, Trouble } from '../facts/factParts.tsx'
import type { MatterProps } from './matterProps.ts'
import { Reasons } from './Reasons.tsx'
import css from './Matters.module.css'

/** T4 to T6: what was asked, of which items, and how far the partner has come with it. */
export function InfoRequestMatter({ detail }: MatterProps) {
  const say = useText()
  const { locale } = useIntl()
  const { infoRequest, infoRounds } = detail.claim.matters
  if (infoRequest === null) return null
  const { requestedAt, reasons, items, mayRemoveItems, answeredAt } = infoRequest
  const names = detail.claim.form.items.filter(({ id }) => items.includes(id)).map(({ name }) => name)
  return (
    <Section
      title={say('matter.infoRequest')}
      aside={infoRounds > 1 ? say('matter.round', { round: infoRounds }) : undefined}
    >
      <RequestState detail={detail} />
      <Reasons reasons={reasons} />
      <p className={css.line}>
        {names.length === 0
          ? say('matter.wholeClaim')
          : say('matter.forItems', { items: new Intl.ListFormat(locale).format(names) })}
      </p>
      {mayRemoveItems && <p className={css.line}>{say('matter.mayRemove')}</p>}
      <p className={css.second}>
        {answeredAt === null
          ? say('matter.asked', { time: formatInstant(locale, requestedAt, 'stamp') })
          : say('matter.askedAndAnswered', {
              time: formatInstant(locale, requestedAt, 'stamp'),
              answer: formatInstant(locale, answeredAt, 'stamp'),
            })}
      </p>
    </Section>
  )
}

/** The one thing that a reviewer must know of a request: waiting, talked about, too late, or answered. */
function RequestState({ detail }: Pick<MatterProps, 'detail'>) {
  const say = useText()
  const { locale } = useIntl()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const { infoRequest } = detail.claim.matters
  if (infoRequest === null) return null
  if (infoRequest.answeredAt !== null) return <p className={css.state}>{say('matter.answered')}</p>
  const isOver = isResponseOverdue(sceneOf(detail, nowMs)) || detail.claim.state === 'rejected'
  const { commentedAt } = infoRequest
  return (
    <>
      {isOver ? (
        <p className={css.over}>
          <Trouble>{say('matter.noAnswer')}</Trouble>
        </p>
      ) : (
        commentedAt === null && <p className={css.state}>{say('matter.waiting')}</p>
      )}
      {commentedAt !== null && (
        <p className={css.attention}>
          <Trouble>{say('matter.commented', { time: formatInstant(locale, commentedAt, 'stamp') })}</Trouble>
        </p>
      )}
    </>
  )
}

/** T9, S-42, S-43: why the partner wants its claim rejected, and where it says so. */
export function PartnerRequestMatter({ detail }: MatterProps) {
  const say = useText()
  const { locale } = useIntl()
  const { claimView } = useStores()
  const { partnerRequest } = detail.claim.matters
  if (partnerRequest === null) return null
  const { reason, askedAt, commentId } = partnerRequest
  return (
    <Section title={say('matter.partnerRequest')}>
      <p className={css.state}>{say(`partnerRequest.${reason}`)}</p>
      <p className={css.second}>{say('matter.asked', { time: formatInstant(locale, askedAt, 'stamp') })}</p>
      <Button
        density="small"
        className={`${css.act}`}
        onClick={() => claimView.getState().openDrawer({ kind: 'talk', commentId })}
      >
        {say('matter.readComment')}
      </Button>
    </Section>
  )
}
