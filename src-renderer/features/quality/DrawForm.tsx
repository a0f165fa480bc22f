import { Input, useAnnounce } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { useText } from '../../format/useText.ts'
import type { MessageId } from '../../format/messages.ts'
import { attemptIds } from '../../stores/attemptIds.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import css from './QualityPage.module.css'

const DAY_MS = 86_400_000
const FIELDS = {
  days: { label: 'quality.draw.days', least: 1, most: 400, first: 30 },
  perCell: { label: 'quality.draw.perCell', least: 0, most: 100, first: 1 },
  most: { label: 'quality.draw.most', least: 1, most: 1000, first: 20 },
  seed: { label: 'quality.draw.seed', least: 0, most: 2_147_483_647, first: 1 },
} as const satisfies Record<string, { label: MessageId; least: number; most: number; first: number }>
type Field = keyof typeof FIELDS
const NAMES = ['days', 'perCell', 'most', 'seed'] as const satisfies readonly Field[]

/** The wish for a sample: of which days, how many of each kind, how many in all; the seed is shown, so that anybody can draw the same. */
export function DrawForm({ onDrawn }: { readonly onDrawn: (sampleId: string) => void }) {
  const say = useText()
  const { announce } = useAnnounce()
  const { client } = useStores()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const attempts = useRef(attemptIds())
  const [typed, setTyped] = useState<Readonly<Record<Field, string>>>({
    days: `${FIELDS.days.first}`,
    perCell: `${FIELDS.perCell.first}`,
    most: `${FIELDS.most.first}`,
    seed: `${FIELDS.seed.first}`,
  })
  const [trouble, setTrouble] = useState<MessageId | null>(null)
  const wrong = NAMES.find((name) => !fits(name, typed[name]))
  const draw = async () => {
    if (wrong !== undefined) return
    const numbers = { perCell: Number(typed.perCell), most: Number(typed.most), seed: Number(typed.seed) }
    const attempt = attempts.current.of(typed, nowMs)
    const at = (ms: number) => new Date(ms).toISOString() as Instant // what a date gives is one
    const wish = {
      ...numbers,
      sampleId: attempt.id,
      from: at(nowMs - Number(typed.days) * DAY_MS),
      to: at(nowMs + DAY_MS),
    }
    const answer = await client.call('quality.draw', wish).catch(() => ({ outcome: 'failed' }) as const)
    if (answer.outcome !== 'ok') return setTrouble(TROUBLE[answer.outcome])
    attempts.current.forget(attempt)
    setTrouble(answer.sample === null ? 'quality.draw.nothing' : null)
    if (answer.sample === null) return
    announce(say('quality.draw.done', { count: answer.sample.decisions }))
    onDrawn(answer.sample.sampleId)
  }
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        void draw()
      }}
    >
      {NAMES.map((name) => (
        <label key={name}>
          <span>{say(FIELDS[name].label)}</span>
          <Input
            className={`${css.number}`}
            inputMode="numeric"
            value={typed[name]}
            aria-invalid={!fits(name, typed[name])}
            onChange={(_, { value }) => setTyped((before) => ({ ...before, [name]: value }))}
          />
        </label>
      ))}
      <Button type="submit" appearance="primary" data-filled="" disabledFocusable={wrong !== undefined}>
        {say('quality.draw')}
      </Button>
      {trouble !== null && <Notice tone="warning">{say(trouble)}</Notice>}
    </form>
  )
}

const TROUBLE = {
  offline: 'quality.offline',
  refused: 'quality.refused',
  failed: 'quality.notSent',
} as const satisfies Record<string, MessageId>

const fits = (name: Field, text: string): boolean =>
  /^\d+$/u.test(text) && Number(text) >= FIELDS[name].least && Number(text) <= FIELDS[name].most
