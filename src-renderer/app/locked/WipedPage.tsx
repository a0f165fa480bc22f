import { useState } from 'react'
import type { ErrorCode } from '../../../src-preload/contract/errors.ts'
import type { Output } from '../../../src-preload/contract/index.ts'
import { failureOf } from '../../bridge/bridgeError.ts'
import type { Client } from '../../bridge/client.ts'
import { useText } from '../../format/useText.ts'
import { Button } from '../../ui/Button.tsx'
import css from './LockedPage.module.css'

export type WipedState = Extract<Output<'vault.state'>, { state: 'wiped' }>

interface WipedPageProps {
  readonly client: Client
  readonly state: WipedState
  /** Begins with a new profile. */
  readonly reload: () => void
}

/** What is left to be said where a profile was: by whose order it went, what became of the work, what to do now. No name, no claim. */
export function WipedPage({ client, state, reload }: WipedPageProps) {
  const say = useText()
  const [answer, setAnswer] = useState<'not_yet' | ErrorCode | null>(null)
  const begin = async () => {
    setAnswer(null)
    try {
      const { outcome } = await client.call('vault.beginAnew', {})
      if (outcome === 'not_yet') setAnswer('not_yet')
      else reload()
    } catch (thrown) {
      setAnswer(failureOf(thrown).code)
    }
  }
  return (
    <>
      <p>
        {state.orderedAt === null
          ? say('wiped.who')
          : say('wiped.who.when', { when: Date.parse(state.orderedAt) })}
      </p>
      <p className={css.stake}>{say(state.isWhole ? 'wiped.work' : 'wiped.rest')}</p>
      <p>{say('wiped.do')}</p>
      <div className={css.aside}>
        <h2>{say('wiped.again.title')}</h2>
        <p>{say(state.isTold ? 'wiped.again.text' : 'wiped.again.untold')}</p>
        <Button onClick={() => void begin()}>{say('wiped.again.begin')}</Button>
        <p role="status" className={css.answer}>
          {answer === 'not_yet' ? say('wiped.again.notYet') : ''}
        </p>
        {answer !== null && answer !== 'not_yet' && <p role="alert">{say(`error.${answer}`)}</p>}
      </div>
    </>
  )
}
