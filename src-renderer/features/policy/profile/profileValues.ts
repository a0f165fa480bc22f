import { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import type { FieldInput } from './profileFields.ts'
import { PROFILE_FIELDS, type ProfileFieldId } from './profileWords.ts'

/** Undefined = the profile leaves it out. */
export function valueAt(profile: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    profile,
  )
}

/** Why a value is not taken. */
export type Unfit =
  | { readonly why: 'number'; readonly min: number; readonly max: number }
  | { readonly why: 'text'; readonly max: number }
  /** Another field says otherwise. */
  | { readonly why: 'with'; readonly field: ProfileFieldId }
  | { readonly why: 'other' }

/** The profile with one field otherwise, or why it cannot be; undefined = the field is left out. */
export function withValue(
  profile: PolicyProfile,
  path: readonly string[],
  value: unknown,
  input: FieldInput,
): { readonly profile: PolicyProfile } | { readonly unfit: Unfit } {
  const parsed = PolicyProfile.safeParse(inStep(putAt(profile, path, value), path, value))
  if (parsed.success) return { profile: parsed.data }
  return { unfit: unfitOf(path, input, parsed.error.issues[0]) }
}

/** Fields of which one says nothing without the other; the rule between them is the schema's. */
const WITH: Partial<Record<string, ProfileFieldId>> = {
  'edit.states': 'edit.fields',
  'edit.fields': 'edit.states',
  'poe.templateRequiredFor': 'poe.requiredFor',
}

type Issue = { readonly code?: string; readonly path: readonly PropertyKey[] }

function unfitOf(path: readonly string[], input: FieldInput, issue: Issue | undefined): Unfit {
  const own = path.join('.')
  const place = issue?.path.join('.') ?? own
  const other = place === own ? WITH[own] : PROFILE_FIELDS.find((one) => one === place)
  if (other !== undefined && (place !== own || issue?.code === 'custom')) return { why: 'with', field: other }
  if (input.kind === 'number') return { why: 'number', min: input.min, max: input.max }
  return input.kind === 'text' ? { why: 'text', max: input.max } : { why: 'other' }
}

const EDITS = {
  states: PolicyProfile.shape.edit.shape.states.element.options,
  fields: PolicyProfile.shape.edit.shape.fields.element.options,
} as const

/** Statuses for edits and fields for edits are none or some together: one after the other neither could be begun or ended. */
function inStep(profile: object, [section, list]: readonly string[], value: unknown): object {
  if (section !== 'edit' || !Array.isArray(value)) return profile
  const other = list === 'states' ? 'fields' : 'states'
  const there = valueAt(profile, ['edit', other])
  if (value.length === 0) return putAt(profile, ['edit', other], [])
  return Array.isArray(there) && there.length === 0
    ? putAt(profile, ['edit', other], [...EDITS[other]])
    : profile
}

function putAt(inner: object, [key = '', ...rest]: readonly string[], value: unknown): object {
  const { [key]: member, ...others } = inner as Record<string, unknown>
  if (rest.length > 0) return { ...inner, [key]: putAt(Object(member), rest, value) }
  return value === undefined ? others : { ...inner, [key]: value }
}

/** What a value comes to, so that two of them can be compared; the order of a set says nothing. */
export const isSameValue = (a: unknown, b: unknown): boolean => valueText(a, '') === valueText(b, '')

function valueText(value: unknown, none: string): string {
  if (value === undefined || value === null) return none
  if (Array.isArray(value)) return value.length === 0 ? none : value.map(String).toSorted().join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, member]) => `${key}: ${valueText(member, none)}`)
      .join(', ')
  return plainText(value)
}

/** Of a word, a number or a switch; nothing for what is left out. */
export const plainText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
