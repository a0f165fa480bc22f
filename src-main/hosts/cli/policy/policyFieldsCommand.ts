import type { Command } from '../command.ts'
import { UsageError } from '../usageError.ts'
import { fieldReference } from './fieldReference.ts'
import { readShippedPolicies } from './shippedPolicies.ts'

export const policyFieldsCommand: Command = {
  name: 'policy-fields',
  usage: 'policy-fields',
  run: printFields,
}

async function printFields(args: readonly string[]): Promise<number> {
  if (args.length > 0) throw new UsageError('This command takes nothing more.')
  const { policies, assignments } = await readShippedPolicies()
  process.stdout.write(fieldReference(policies, assignments))
  return 0
}
