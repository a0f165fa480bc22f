import type { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { diffProfiles, type PolicyValue } from '../../../domain/policy/diffProfiles.ts'
import type { PolicyInFile } from '../../../hub/policy/policyFile.ts'
import type { Command } from '../command.ts'
import { UsageError } from '../usageError.ts'
import { readShippedPolicies } from './shippedPolicies.ts'

const USAGE = 'policy-diff BEFORE AFTER   (each ID or ID@VERSION)'

export const policyDiffCommand: Command = { name: 'policy-diff', usage: USAGE, run: printDifferences }

async function printDifferences(args: readonly string[]): Promise<number> {
  const [before, after, ...more] = args
  if (before === undefined || after === undefined || more.length > 0)
    throw new UsageError('Name two profiles.')
  const { policies } = await readShippedPolicies()
  const differences = diffProfiles(find(policies, before), find(policies, after))
  const width = Math.max(0, ...differences.map(({ path }) => path.length))
  const lines = differences.map(
    (one) => `${one.path.padEnd(width)}  ${text(one.before)} → ${text(one.after)}\n`,
  )
  process.stdout.write(lines.join('') || 'They say the same.\n')
  return 0
}

/** Without a version, the newest. */
function find(policies: readonly PolicyInFile[], name: string): PolicyProfile {
  const found = policies.findLast(
    ({ profile: { id, version } }) => name === id || name === `${id}@${version}`,
  )
  if (found !== undefined) return found.profile
  const known = policies.map(({ profile: { id, version } }) => `${id}@${version}`).join(', ')
  throw new UsageError(`There is no profile ${name}. Known: ${known}.`)
}

function text(value: PolicyValue): string {
  if (value === null) return 'none'
  return typeof value === 'object' ? value.join(', ') || 'none' : String(value)
}
