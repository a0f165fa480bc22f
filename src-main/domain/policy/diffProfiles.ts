import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'

/** Words, numbers and lists as the profile states them; null = it does not state this at all, or states that there is no limit. */
export type PolicyValue = string | number | boolean | null | readonly string[]

export interface PolicyDifference {
  /** As in `clocks.disputeWindow.length`; a name that holds a dot stands in brackets: `catalogueFlags["pp.powerbi"]`. */
  readonly path: string
  readonly before: PolicyValue
  readonly after: PolicyValue
}

/**
 * What one profile says differently from another, in the order of the first; empty = they say the same. Id and version name the two
 * sides and are left out. The order within a list says nothing.
 */
export function diffProfiles(before: PolicyProfile, after: PolicyProfile): PolicyDifference[] {
  const sayings = [leavesOf(before), leavesOf(after)] as const
  const paths = new Set(sayings.flatMap((leaves) => [...leaves.keys()]))
  paths.delete('id')
  paths.delete('version')
  return [...paths]
    .map((path) => ({
      path,
      before: sayings[0].get(path) ?? null,
      after: sayings[1].get(path) ?? null,
    }))
    .filter((one) => !isSameValue(one.before, one.after))
}

function leavesOf(value: object, above = ''): Map<string, PolicyValue> {
  const entries = Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
    const path = pathOf(above, key)
    return isSection(member) ? [...leavesOf(member, path)] : [[path, member as PolicyValue] as const]
  })
  return new Map(entries)
}

function isSection(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function pathOf(above: string, key: string): string {
  if (!/^\w+$/.test(key)) return `${above}["${key}"]`
  return above === '' ? key : `${above}.${key}`
}

function isSameValue(a: PolicyValue, b: PolicyValue): boolean {
  if (!isList(a) || !isList(b)) return a === b
  return a.length === b.length && a.every((word) => b.includes(word))
}

const isList = (value: PolicyValue): value is readonly string[] => Array.isArray(value)
