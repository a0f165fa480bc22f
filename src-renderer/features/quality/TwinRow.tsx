import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Twin, TwinPair } from '../../../src-preload/contract/vocabulary/twinShape.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import type { MessageId } from '../../format/messages.ts'
import { useText } from '../../format/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ReasonField } from '../../ui/ReasonField.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { percentOf } from './shareWords.ts'
import { OpenClaim } from './OpenClaim.tsx'
import css from './QualityPage.module.css'

interface TwinRowProps {
  readonly pair: TwinPair
  /** That it is right so was said, and the hub does not have it yet. */
  readonly isOnItsWay: boolean
  readonly trouble: MessageId | null
  /** @returns whether it was taken. */
  readonly onDismiss: (reason: string) => Promise<boolean>
  readonly onOpenClaim: (claimId: ClaimId) => void
}

/** Two near-identical claims beside each other: what was decided of each, by whom, and how near their papers are. */
export function TwinRow({ pair, isOnItsWay, trouble, onDismiss, onOpenClaim }: TwinRowProps) {
  const say = useText()
  const { locale } = useIntl()
  const [isAsked, ask] = useState(false)
  const { approved, other, nearness, dismissed } = pair
  const names = { one: approved.claimName, other: other.claimName }
  return (
    <li className={css.pair} data-twins={other.claimId}>
      <div className={css.twins}>
        {[approved, other].map((twin) => (
          <Side key={twin.decisionId} twin={twin} onOpen={() => onOpenClaim(twin.claimId)} />
        ))}
      </div>
      <p className={css.second}>
        {nearness === 1 ? say('twins.same') : say('twins.near', { percent: percentOf(nearness) })}
        {dismissed !== null &&
          ` ${say('twins.dismissed', {
            name: dismissed.by.name,
            time: formatInstant(locale, dismissed.at, 'stamp'),
            reason: dismissed.reason,
          })}`}
      </p>
      {trouble !== null && <Notice tone="danger">{say(trouble)}</Notice>}
      {dismissed === null &&
        (isOnItsWay ? (
          <p className={css.second}>{say('twins.dismiss.sent')}</p>
        ) : isAsked ? (
          <div className={css.why}>
            <ReasonField
              label={say('twins.dismiss.reason')}
              hint={say('twins.dismiss.hint')}
              save={say('twins.dismiss.save')}
              onSave={(reason) => void onDismiss(reason).then((isTaken) => ask(!isTaken))}
              onCancel={() => ask(false)}
            />
          </div>
        ) : (
          <Button density="small" aria-label={say('twins.dismiss.long', names)} onClick={() => ask(true)}>
            {say('twins.dismiss')}
          </Button>
        ))}
    </li>
  )
}

function Side({ twin, onOpen }: { readonly twin: Twin; readonly onOpen: () => void }) {
  const say = useText()
  const { locale } = useIntl()
  const { claimName, customerName, partnerName, decider, decidedAt, outcome, reasons } = twin
  const time = formatInstant(locale, decidedAt, 'stamp')
  return (
    <div className={css.twin}>
      <span>
        <Tag>{say(`twins.outcome.${outcome}`)}</Tag> <b>{claimName}</b>
        <br />
        <span className={css.second}>
          {say('disputes.of', { partner: partnerName, customer: customerName })}
          <br />
          {say('twins.decided', { name: decider.name, time })}
          {reasons.length > 0 && ` · ${reasons.map((reason) => say(`reason.${reason}`)).join(', ')}`}
        </span>
      </span>
      <OpenClaim claimName={claimName} onOpen={onOpen} />
    </div>
  )
}
