import { Radio, RadioGroup, Textarea, useAnnounce } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import {
  type Criterion,
  type DecisionKind,
  DECISIONS,
  VERDICTS,
} from '../../../src-preload/contract/vocabulary/words.ts'
import type { ReviewDraft } from '../../../src-preload/contract/vocabulary/reviewDraftShape.ts'
import type { MessageId } from '../../format/messages.ts'
import { useText } from '../../format/useText.ts'
import { attemptIds } from '../../stores/attemptIds.ts'
import { useStores } from '../../stores/Stores.tsx'
import { useRead } from '../../stores/useRead.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { LoadingRows } from '../../ui/states.tsx'
import { useKeptReview } from './useKeptReview.ts'
import css from './SecondReviewPanel.module.css'

interface SecondReviewPanelProps {
  readonly detail: ClaimDetail
  readonly review: NonNullable<ClaimDetail['secondReview']>
}

/** A second word on a decision, said of the papers alone: every criterion and the outcome, before anything of the first is shown. */
export function SecondReviewPanel({ detail, review }: SecondReviewPanelProps) {
  return <Begun key={`${review.sampleId} ${review.decisionId}`} detail={detail} review={review} />
}

/** Waits for what was said before the page was left: what is typed meanwhile would be lost under it. */
function Begun({ detail, review }: SecondReviewPanelProps) {
  const say = useText()
  const [read] = useRead('reviewDrafts.get', review)
  if (read.status !== 'ready' && read.status !== 'failed')
    return <LoadingRows label={say('quality.loading')} />
  const draft = read.status === 'ready' ? read.value.draft : null
  return <Saying detail={detail} review={review} begun={draft ?? NOTHING_SAID} />
}

const NOTHING_SAID: ReviewDraft = { outcome: null, words: [] }

type Word = Pick<ReviewDraft['words'][number], 'verdict' | 'reason'>
const NOTHING: Word = { verdict: null, reason: '' }

interface SayingProps extends SecondReviewPanelProps {
  /** What was said before the page was left. */
  readonly begun: ReviewDraft
}

function Saying({ detail, review, begun }: SayingProps) {
  const say = useText()
  const [{ words, outcome }, change] = useKeptReview(review, begun)
  const { send, trouble, isSent } = useSending(detail, review)
  const said = detail.criteria.map(({ criterion, item }) => ({
    criterion,
    item,
    ...(wordIn(words, criterion, item) ?? NOTHING),
  }))
  const open = said.filter(({ verdict }) => verdict === null).length
  const canSend = open === 0 && outcome !== null && !isSent
  return (
    <section className={css.panel} aria-label={say('quality.second')} data-pane="checks" tabIndex={-1}>
      <h2>{say('quality.second')}</h2>
      <p className={css.hint}>{say('quality.second.hint')}</p>
      {said.map(({ criterion, item, ...word }) => (
        <CriterionWord
          key={keyOf(criterion, item)}
          name={nameOf(detail, criterion, item, say)}
          word={word}
          onSay={(next) =>
            change({
              outcome,
              words: [
                ...words.filter((one) => one.criterion !== criterion || one.item !== item),
                { criterion, item, ...next },
              ],
            })
          }
        />
      ))}
      <h3 id="second-outcome">{say('quality.second.outcome')}</h3>
      <RadioGroup
        aria-labelledby="second-outcome"
        value={outcome ?? ''}
        onChange={(_, { value }) =>
          change({ words, outcome: DECISIONS.find((one) => one === value) ?? null })
        }
      >
        {DECISIONS.map((one) => (
          <Radio key={one} value={one} label={say(`quality.outcome.${one}`)} />
        ))}
      </RadioGroup>
      {trouble !== null && <Notice tone="danger">{say(trouble)}</Notice>}
      {isSent && <Notice tone="note">{say('quality.second.sent')}</Notice>}
      <Button
        density="decision"
        appearance="primary"
        data-filled=""
        disabledFocusable={!canSend}
        onClick={() => canSend && void send(outcome, said)}
      >
        {say('quality.second.send')}
      </Button>
      {open > 0 && <p className={css.hint}>{say('quality.second.open', { count: open })}</p>}
    </section>
  )
}

type Said = Word & { readonly criterion: Criterion; readonly item: string | null }

/** The same words carry the same id until an answer came. */
function useSending({ claim }: ClaimDetail, review: SecondReviewPanelProps['review']) {
  const say = useText()
  const { announce } = useAnnounce()
  const { client } = useStores()
  const attempts = useRef(attemptIds())
  const [trouble, setTrouble] = useState<MessageId | null>(null)
  const [isSent, setSent] = useState(false)
  const { claimName } = claim.form
  const send = async (outcome: DecisionKind, said: readonly Said[]) => {
    const verdicts = said.flatMap(({ verdict, reason, ...place }) =>
      verdict === null ? [] : [{ ...place, verdict, reason: reason.trim() === '' ? null : reason.trim() }],
    )
    const attempt = attempts.current.of(review, outcome, verdicts)
    const answer = await client
      .call('quality.sendReview', { ...review, commandId: attempt.id, outcome, verdicts })
      .catch(() => ({ outcome: 'failed' }) as const)
    if (answer.outcome !== 'accepted') return setTrouble('quality.notSent')
    attempts.current.forget(attempt)
    setTrouble(null)
    setSent(true)
    announce(say('quality.second.done', { claim: claimName }))
  }
  return { send, trouble, isSent }
}

const wordIn = (words: ReviewDraft['words'], criterion: Criterion, item: string | null) =>
  words.find((one) => one.criterion === criterion && one.item === item)

const keyOf = (criterion: Criterion, item: string | null): string => `${criterion} ${item ?? ''}`

function nameOf(
  { claim }: ClaimDetail,
  criterion: Criterion,
  item: string | null,
  say: ReturnType<typeof useText>,
): string {
  const name = say(`criterion.${criterion}`)
  const found = claim.form.items.find(({ id }) => id === item)
  return found === undefined ? name : say('criterion.item', { criterion: name, item: found.name })
}

interface CriterionWordProps {
  readonly name: string
  readonly word: Word
  readonly onSay: (word: Word) => void
}

function CriterionWord({ name, word, onSay }: CriterionWordProps) {
  const say = useText()
  return (
    <fieldset className={css.criterion}>
      <legend>{name}</legend>
      <RadioGroup
        layout="horizontal"
        aria-label={name}
        value={word.verdict ?? ''}
        onChange={(_, { value }) =>
          onSay({ ...word, verdict: VERDICTS.find((one) => one === value) ?? null })
        }
      >
        {VERDICTS.map((one) => (
          <Radio key={one} value={one} label={say(`verdict.${one}`)} />
        ))}
      </RadioGroup>
      {word.verdict !== null && word.verdict !== 'met' && (
        <label className={css.reason}>
          <span>{say('quality.second.reason')}</span>
          <Textarea
            maxLength={2000}
            value={word.reason}
            onChange={(_, { value }) => onSay({ ...word, reason: value })}
          />
        </label>
      )}
    </fieldset>
  )
}
