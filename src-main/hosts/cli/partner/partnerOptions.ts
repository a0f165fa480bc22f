import { parseArgs } from 'node:util'
import { HUB_OPTIONS } from '../hub/hubAddress.ts'
import { UsageError } from '../usageError.ts'

const OPTIONS = {
  ...HUB_OPTIONS,
  json: { type: 'boolean', default: false },
  'claim-id': { type: 'string' },
  comment: { type: 'string' },
  'reply-to': { type: 'string' },
  kind: { type: 'string' },
  reason: { type: 'string' },
  justification: { type: 'string' },
  paper: { type: 'string', multiple: true },
} as const

/** Options that only some acts take. */
export type OwnOption = Exclude<keyof typeof OPTIONS, keyof typeof HUB_OPTIONS | 'json'>

export type PartnerValues = ReturnType<typeof parse>['values']

/** The arguments after the act's name. @throws UsageError for one that this act does not take. */
export function readPartnerArgs(args: readonly string[], takes: readonly OwnOption[]) {
  const { values, positionals } = parse(args)
  const common = [...Object.keys(HUB_OPTIONS), 'json']
  const strange = Object.keys(values).find((name) => ![...common, ...takes].includes(name))
  if (strange !== undefined) throw new UsageError(`--${strange} says nothing here.`)
  return { values, positionals }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}
