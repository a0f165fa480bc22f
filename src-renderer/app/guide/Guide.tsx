import { useAnnounce } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Desk } from '../../../src-preload/contract/desk.ts'
import type { GuideStep } from '../../../src-preload/contract/vocabulary/deskWords.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { type CommandId, commandOf } from '../commands.ts'
import { useCommand } from '../useCommand.ts'
import { signOf, stepAfter, STEPS } from './guideSteps.ts'
import css from './Guide.module.css'

type GuideState = Desk['guide']

/** A line above the work that says what comes next, and moves on when the person has done it. Nothing waits for it. */
export function Guide() {
  const say = useText()
  const { desk } = useStores()
  const { announce } = useAnnounce()
  const guide = useShared('desk', (state) => state.desk.guide)
  const isSample = useShared('session', ({ host }) => valueOf(host)?.isSample ?? false)
  const [isDone, setDone] = useState(false)
  const keep = (next: GuideState) => desk.getState().keep({ guide: next })
  // Somebody who left in the middle goes on there; whoever was through begins again.
  const begin = () => {
    const step = guide.state === 'left' ? guide.step : 'open'
    setDone(false)
    keep({ state: 'open', step })
    announce(say(`guide.step.${step}`))
  }
  useCommand('guide.start', begin, isSample)
  useFollow(guide, (next) => {
    if (next === null) setDone(true)
    keep(next === null ? { state: 'done', step: 'open' } : { state: 'open', step: next })
    announce(say(next === null ? 'guide.done' : `guide.step.${next}`))
  })
  if (!isSample) return null
  if (isDone)
    return (
      <Line text={say('guide.done')} commands={['keys', 'palette']}>
        <Button appearance="subtle" onClick={() => setDone(false)}>
          {say('guide.finish')}
        </Button>
      </Line>
    )
  if (guide.state === 'unseen')
    return (
      <Line text={say('guide.invite')} commands={[]}>
        <Button appearance="primary" onClick={begin}>
          {say('guide.start')}
        </Button>
        <Button appearance="subtle" onClick={() => keep({ state: 'left', step: 'open' })}>
          {say('guide.later')}
        </Button>
      </Line>
    )
  if (guide.state !== 'open') return null
  const at = STEPS.findIndex(({ step }) => step === guide.step)
  return (
    <Line
      text={say(`guide.step.${guide.step}`)}
      place={say('guide.at', { at: at + 1, count: STEPS.length })}
      commands={STEPS[at]?.commands ?? []}
    >
      <Button appearance="subtle" onClick={() => keep({ ...guide, state: 'left' })}>
        {say('guide.leave')}
      </Button>
    </Line>
  )
}

/** Looks at what the person does, not at what the guide shows: a step that is done by mouse, key or menu is done. */
function useFollow({ state, step }: GuideState, onStep: (next: GuideStep | null) => void): void {
  const stores = useStores()
  useEffect(() => {
    if (state !== 'open') return
    const before = signOf(step, stores)
    let isOver = false
    const look = () => {
      const now = signOf(step, stores)
      if (isOver || now === null || now === before) return
      isOver = true
      onStep(stepAfter(step))
    }
    const ends = [stores.openClaim, stores.claimView, stores.undo].map((store) => store.subscribe(look))
    return () => {
      for (const end of ends) end()
    }
    // `onStep` is made anew with every picture and means the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [state, step, stores])
}

interface LineProps {
  readonly text: string
  readonly place?: string
  readonly commands: readonly CommandId[]
  readonly children: React.ReactNode
}

function Line({ text, place, commands, children }: LineProps) {
  const say = useText()
  return (
    <aside className={css.guide} aria-label={say('guide.title')} data-pane="guide">
      <p className={css.words}>
        <b>{place ?? say('guide.title')}</b> {text}
      </p>
      <span className={css.acts}>
        {commands.map((command) => (
          <Offered key={command} command={command} />
        ))}
        {children}
      </span>
    </aside>
  )
}

/** Shown while the screen can do it: what is offered works. */
function Offered({ command }: { readonly command: CommandId }) {
  const say = useText()
  const canRun = useShared('commands', ({ live }) => live.has(command))
  return canRun ? (
    <CommandButton command={command} withKey>
      {say(commandOf(command).messageId)}
    </CommandButton>
  ) : null
}
