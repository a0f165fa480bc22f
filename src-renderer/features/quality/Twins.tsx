import { useAnnounce } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { TwinPair } from '../../../src-preload/contract/vocabulary/twinShape.ts'
import type { MessageId } from '../../format/messages.ts'
import { useText } from '../../format/useText.ts'
import { attemptIds } from '../../stores/attemptIds.ts'
import { useStores } from '../../stores/Stores.tsx'
import { useRead } from '../../stores/useRead.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Asked, Part } from './Part.tsx'
import { TwinRow } from './TwinRow.tsx'
import { useReread } from './useReread.ts'
import css from './QualityPage.module.css'

interface TwinsProps {
  readonly onOpenClaim: (claimId: ClaimId) => void
}

/** Near-identical claims that were decided otherwise. What a lead found right as it is stands behind a switch, with the reason. */
export function Twins({ onOpenClaim }: TwinsProps) {
  const say = useText()
  const [read, again] = useRead('twins.list', {})
  const [areAllShown, showAll] = useState(false)
  const dismissing = useDismissing()
  useReread(again)
  const behind = read.status === 'ready' && read.value.outcome === 'ok' ? read.value.behind : 0
  useGoingOn(behind, again)
  return (
    <Part id="twins" title={say('twins.title')} hint={say('twins.hint')}>
      <Asked read={read} onAgain={again}>
        {({ pairs }) => {
          const open = pairs.filter(({ dismissed }) => dismissed === null)
          const done = pairs.filter(({ dismissed }) => dismissed !== null)
          const shown = areAllShown ? [...open, ...done] : open
          return (
            <>
              {behind > 0 && <Notice tone="note">{say('twins.behind', { count: behind })}</Notice>}
              {open.length === 0 && behind === 0 && <p>{say('twins.none')}</p>}
              <ul className={css.list}>
                {shown.map((pair) => (
                  <TwinRow
                    key={keyOf(pair)}
                    pair={pair}
                    isOnItsWay={dismissing.sent.has(keyOf(pair))}
                    trouble={dismissing.trouble?.key === keyOf(pair) ? dismissing.trouble.words : null}
                    onDismiss={(reason) => dismissing.dismiss(pair, reason)}
                    onOpenClaim={onOpenClaim}
                  />
                ))}
              </ul>
              {done.length > 0 && (
                <Button
                  density="small"
                  appearance="subtle"
                  aria-expanded={areAllShown}
                  onClick={() => showAll(!areAllShown)}
                >
                  {say(areAllShown ? 'twins.dismissed.hide' : 'twins.dismissed.show', { count: done.length })}
                </Button>
              )}
            </>
          )
        }}
      </Asked>
    </Part>
  )
}

const keyOf = ({ approved, other }: TwinPair): string => `${approved.decisionId} ${other.decisionId}`

/** The hub compares some hundred decisions at a request: as long as it gets on, it is asked again. */
function useGoingOn(behind: number, again: () => void): void {
  const last = useRef(Number.POSITIVE_INFINITY)
  const newest = useRef(again)
  useEffect(() => {
    newest.current = again
  })
  useEffect(() => {
    if (behind > 0 && behind < last.current) newest.current()
    last.current = behind
  }, [behind])
}

/** What was sent shows as such until the hub has it; the same words carry the same id until an answer came. */
function useDismissing() {
  const say = useText()
  const { announce } = useAnnounce()
  const { client } = useStores()
  const attempts = useRef(attemptIds())
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set())
  const [trouble, setTrouble] = useState<{ readonly key: string; readonly words: MessageId } | null>(null)
  const dismiss = async (pair: TwinPair, reason: string): Promise<boolean> => {
    const { approved, other } = pair
    const said = {
      claimId: other.claimId,
      approvedId: approved.decisionId,
      otherId: other.decisionId,
      reason,
    }
    const attempt = attempts.current.of(said)
    const answer = await client
      .call('twins.dismiss', { ...said, commandId: attempt.id })
      .catch(() => ({ outcome: 'failed' }) as const)
    const isSent = answer.outcome === 'accepted'
    if (isSent) {
      attempts.current.forget(attempt)
      setSent((before) => new Set(before).add(keyOf(pair)))
      announce(say('twins.dismiss.done'))
    }
    const words = answer.outcome === 'not_here' ? 'quality.note.notHere' : 'quality.notSent'
    setTrouble(isSent ? null : { key: keyOf(pair), words })
    return isSent
  }
  return { sent, trouble, dismiss }
}
