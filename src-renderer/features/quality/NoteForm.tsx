import { Checkbox, Radio, RadioGroup, Textarea, useAnnounce } from '@fluentui/react-components'
import { useId, useRef, useState } from 'react'
import type { ClaimId, OperationId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { NoteWords } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { CRITERIA, type Criterion } from '../../../src-preload/contract/vocabulary/words.ts'
import type { MessageId } from '../../format/messages.ts'
import { useText } from '../../format/useText.ts'
import { attemptIds } from '../../stores/attemptIds.ts'
import { useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import css from './QualityPage.module.css'

interface NoteFormProps {
  readonly about: { readonly claimId: ClaimId; readonly decisionId: OperationId }
  readonly to: { readonly userId: UserId; readonly name: string }
  /** Criteria that are ticked at first. */
  readonly missed: readonly Criterion[]
  readonly onDone: () => void
}

const LEVELS = [1, 2, 3, 4, 5] as const

/** A note to whoever decided: what was missed, what was good, how good the decision is. No partner reads it. */
export function NoteForm({ about: { claimId, decisionId }, to, missed, onDone }: NoteFormProps) {
  const say = useText()
  const { announce } = useAnnounce()
  const { client } = useStores()
  const levels = useId()
  const attempts = useRef(attemptIds())
  const [words, setWords] = useState<NoteWords>({
    criteria: [...new Set(missed)],
    missed: '',
    strength: '',
    quality: 3,
  })
  const [trouble, setTrouble] = useState<MessageId | null>(null)
  const set = (part: Partial<NoteWords>) => setWords((before) => ({ ...before, ...part }))
  const saysSomething = words.missed.trim() !== '' || words.strength.trim() !== ''
  const send = async () => {
    if (!saysSomething) return
    const note = { ...words, claimId, decisionId, toUserId: to.userId }
    const attempt = attempts.current.of(note)
    const answer = await client
      .call('quality.sendNote', { ...note, commandId: attempt.id })
      .catch(() => ({ outcome: 'failed' }) as const)
    if (answer.outcome !== 'accepted')
      return setTrouble(answer.outcome === 'not_here' ? 'quality.note.notHere' : 'quality.notSent')
    attempts.current.forget(attempt)
    announce(say('quality.note.sent', { name: to.name }))
    onDone()
  }
  return (
    <div className={css.note} role="group" aria-label={say('quality.note.to', { name: to.name })}>
      <fieldset>
        <legend>{say('quality.note.criteria')}</legend>
        {CRITERIA.map((criterion) => (
          <Checkbox
            key={criterion}
            label={say(`criterion.${criterion}`)}
            checked={words.criteria.includes(criterion)}
            onChange={(_, { checked }) =>
              set({
                criteria: CRITERIA.filter((one) =>
                  one === criterion ? checked === true : words.criteria.includes(one),
                ),
              })
            }
          />
        ))}
      </fieldset>
      {(['missed', 'strength'] as const).map((part) => (
        <label key={part}>
          <span>{say(`quality.note.${part}`)}</span>
          <Textarea
            maxLength={2000}
            value={words[part]}
            onChange={(_, { value }) => set(part === 'missed' ? { missed: value } : { strength: value })}
          />
        </label>
      ))}
      <span id={levels}>{say('quality.note.quality')}</span>
      <RadioGroup
        layout="horizontal"
        aria-labelledby={levels}
        value={`${words.quality}`}
        onChange={(_, { value }) => set({ quality: Number(value) })}
      >
        {LEVELS.map((level) => (
          <Radio key={level} value={`${level}`} label={say(`quality.level.${level}`)} />
        ))}
      </RadioGroup>
      {trouble !== null && <Notice tone="danger">{say(trouble)}</Notice>}
      <span className={css.acts}>
        <Button
          density="small"
          appearance="primary"
          data-filled=""
          disabledFocusable={!saysSomething}
          onClick={() => void send()}
        >
          {say('quality.note.send')}
        </Button>
        <Button density="small" onClick={onDone}>
          {say('command.cancel')}
        </Button>
      </span>
    </div>
  )
}
