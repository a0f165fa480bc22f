import type { ClaimState, ClaimSubState } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { IntakeResult } from '../../../hub/api/intakeResult.ts'
import { reasonsOf } from './blockSentences.ts'

/** What came of an act, for a person. */
export function resultText(result: IntakeResult): string {
  switch (result.outcome) {
    case 'done':
      return lines(
        `${result.claimId} is ${statusText(result)} (revision ${result.revision}).`,
        ...(result.documentId === null ? [] : [`  document ${result.documentId}`]),
        ...result.notes.map(({ severity, sentence }) => `  ${severity}: ${sentence}`),
      )
    case 'gone':
      return lines(`${result.claimId} is gone.`)
    case 'exists':
      return lines(`${result.claimId} is there already: ${statusText(result)}. Nothing was changed.`)
    case 'stale':
      return lines(
        `The claim changed meanwhile (revision ${result.currentRevision}); look at it and try again.`,
      )
    case 'refused':
      return lines('Refused:', ...reasonsOf(result).map((reason) => `  ${reason}`))
  }
}

/** Done, or done before. */
export function isWell({ outcome }: IntakeResult): boolean {
  return outcome === 'done' || outcome === 'gone' || outcome === 'exists'
}

export function statusText({
  state,
  subState,
}: {
  readonly state: ClaimState
  readonly subState: ClaimSubState | null
}): string {
  const words = (code: string) => code.replaceAll('_', ' ')
  return subState === null ? words(state) : `${words(state)}, ${words(subState)}`
}

const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('')
