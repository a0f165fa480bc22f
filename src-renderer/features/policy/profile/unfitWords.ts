import type { Say } from '../../../format/useText.ts'
import type { Unfit } from './profileValues.ts'
import { fieldName } from './profileWords.ts'

/** Why a value was not taken, so that a person can mend it. */
export function unfitWords(say: Say, unfit: Unfit): string {
  switch (unfit.why) {
    case 'number':
      return say('policy.unfit.number', { min: unfit.min, max: unfit.max })
    case 'text':
      return say('policy.unfit.text', { max: unfit.max })
    case 'with':
      return say('policy.unfit.with', { field: fieldName(say, unfit.field) })
    case 'other':
      return say('policy.unfit.other')
  }
}
