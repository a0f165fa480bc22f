import { useState } from 'react'
import { type BridgeError, failureOf } from '../bridge/bridgeError.ts'

interface Outcome {
  readonly outcome: string
}

/** What becomes of a file that the core makes; null = nobody asked for it, thought better of it, or has read of it. */
export type SavingState<Answer extends Outcome> =
  | { readonly step: 'making' }
  | { readonly step: 'answered'; readonly answer: Exclude<Answer, { outcome: 'cancelled' }> }
  | { readonly step: 'failed'; readonly error: BridgeError }
  | null

export interface Saving<Answer extends Outcome> {
  readonly state: SavingState<Answer>
  /** One file at a time: while one is made it is not asked for another. */
  readonly isFree: boolean
  readonly run: (ask: () => Promise<Answer>) => Promise<void>
  readonly forget: () => void
}

export function useSaving<Answer extends Outcome>(): Saving<Answer> {
  const [state, setState] = useState<SavingState<Answer>>(null)
  const run = async (ask: () => Promise<Answer>): Promise<void> => {
    setState({ step: 'making' })
    try {
      const answer = await ask()
      setState(isOfUse(answer) ? { step: 'answered', answer } : null)
    } catch (thrown) {
      setState({ step: 'failed', error: failureOf(thrown) })
    }
  }
  return { state, isFree: state?.step !== 'making', run, forget: () => setState(null) }
}

/** Whoever thought better of it need not be told. */
const isOfUse = <Answer extends Outcome>(
  answer: Answer,
): answer is Exclude<Answer, { outcome: 'cancelled' }> => answer.outcome !== 'cancelled'
