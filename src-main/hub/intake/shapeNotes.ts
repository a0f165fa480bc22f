import type { z } from 'zod'
import type { IntakeNote } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import { intakeNote, withoutRepeats } from '../../domain/intake/notes.ts'

/** Names each field that does not have its shape, never what it holds. */
export function notesOfShape({ issues }: z.ZodError): IntakeNote[] {
  return withoutRepeats(
    issues.map(({ path }) => {
      const field = fieldName(path)
      return intakeNote('refuse', 'field_malformed', { field }, { field })
    }),
  )
}

/** `items`, 1, `subscriptionId` gives `items[1].subscriptionId`. */
function fieldName(path: readonly PropertyKey[]): string {
  const name = path.reduce<string>(
    (whole, part) => (typeof part === 'number' ? `${whole}[${part}]` : `${whole}.${String(part)}`),
    '',
  )
  return name.replace(/^\./, '').slice(0, 128) || 'claim'
}
