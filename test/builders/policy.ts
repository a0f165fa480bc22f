import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PolicyProfile } from '../../src-preload/contract/vocabulary/policyShape.ts'

const shipped = (id: string): PolicyProfile =>
  PolicyProfile.parse(JSON.parse(readFileSync(`resources/policy/${id}.json`, 'utf8')))

/** The profiles that the product brings. */
export const SEED_2020 = shipped('seed-2020')
export const DOCS_2023 = shipped('docs-2023')

/** The default profile with one field said differently, unchecked; `undefined` takes the field out. */
export function seedWith(path: string, value: unknown): unknown {
  const profile: unknown = structuredClone(SEED_2020)
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const place = keys.reduce((inner, key) => Reflect.get(inner as object, key), profile) as object
  if (value === undefined) Reflect.deleteProperty(place, last)
  else Reflect.set(place, last, value)
  return profile
}

/** Where the schema refuses the default profile once this field says that; empty = it takes it. */
export function refusedAt(path: string, value: unknown): string[] {
  const result = PolicyProfile.safeParse(seedWith(path, value))
  return result.success
    ? []
    : result.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => z.core.toDotPath([...issue.path, key]))
          : [z.core.toDotPath(issue.path)],
      )
}

export type ProfileId = 'seed-2020' | 'docs-2023'
export const PROFILE_IDS: readonly ProfileId[] = ['seed-2020', 'docs-2023']

type Change = { readonly [Part in keyof PolicyProfile]?: Partial<PolicyProfile[Part]> }

/** A shipped profile; a test may change single values of its parts. */
export function aPolicy(id: ProfileId = 'seed-2020', change: Change = {}): PolicyProfile {
  const profile = shipped(id)
  const changed = Object.entries(change).map(([part, value]) => {
    const whole = profile[part as keyof PolicyProfile]
    return [part, typeof whole === 'object' && !Array.isArray(whole) ? { ...whole, ...Object(value) } : value]
  })
  return PolicyProfile.parse({ ...profile, ...Object.fromEntries(changed) })
}
