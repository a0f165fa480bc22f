import { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import {
  type SchemaField,
  type SchemaNode,
  type SchemaSection,
  sectionsOf,
} from '../../../../src-preload/contract/vocabulary/schemaSections.ts'

/** What a field of the form takes. `fixed`: a table of its own, which no single field holds. */
export type FieldInput =
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly mayBeNull: boolean }
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'set'; readonly of: readonly string[] }
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'fixed' }

export interface ProfileField extends SchemaField {
  readonly input: FieldInput
}

export interface ProfileSection extends Omit<SchemaSection, 'fields'> {
  readonly fields: readonly ProfileField[]
}

/** What a profile is called by: its name and number are given, not drafted. */
const GIVEN = ['id', 'version']

/** The fields of a profile in sections, made of its schema: what may stand there and what it means. @param top of those without a section. */
export function profileSections(top: Pick<SchemaSection, 'title' | 'description'>): ProfileSection[] {
  return sectionsOf(PolicyProfile, top).map((section) => ({
    ...section,
    fields: section.fields
      .filter(({ path }) => !GIVEN.includes(path.join('.')))
      .map((field) => ({ ...field, input: inputOf(field.node) })),
  }))
}

function inputOf(node: SchemaNode): FieldInput {
  const [one, other] = node.anyOf ?? []
  if (typeof one === 'object' && typeof other === 'object' && other.type === 'null') {
    const inner = inputOf(one)
    return inner.kind === 'number' ? { ...inner, mayBeNull: true } : { kind: 'fixed' }
  }
  if (node.enum !== undefined) return { kind: 'choice', of: node.enum.map(String) }
  switch (node.type) {
    case 'boolean':
      return { kind: 'switch' }
    case 'integer':
      return { kind: 'number', min: node.minimum ?? 0, max: node.maximum ?? 400, mayBeNull: false }
    case 'array':
      return setOf(node.items)
    case 'string':
      return node.const === undefined ? { kind: 'text', max: node.maxLength ?? 500 } : { kind: 'fixed' }
    default:
      return { kind: 'fixed' }
  }
}

function setOf(items: SchemaNode['items']): FieldInput {
  const of = typeof items === 'object' && !Array.isArray(items) ? items.enum : undefined
  return of === undefined ? { kind: 'fixed' } : { kind: 'set', of: of.map(String) }
}

/** Undefined = the profile leaves it out. */
export function valueAt(profile: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    profile,
  )
}

/** Whether a field can be set by itself: not in a group that the profile leaves out, whose other fields would be missing then. */
export const canSet = (profile: object, path: readonly string[]): boolean =>
  path.length === 1 || valueAt(profile, path.slice(0, -1)) !== undefined

/** The profile with one field otherwise, or why it cannot be; undefined = the field is left out. */
export function withValue(
  profile: PolicyProfile,
  path: readonly string[],
  value: unknown,
): { readonly profile: PolicyProfile } | { readonly problem: string } {
  const parsed = PolicyProfile.safeParse(putAt(profile, path, value))
  if (parsed.success) return { profile: parsed.data }
  return { problem: parsed.error.issues[0]?.message ?? '' }
}

function putAt(inner: object, [key = '', ...rest]: readonly string[], value: unknown): object {
  const { [key]: member, ...others } = inner as Record<string, unknown>
  if (rest.length > 0) return { ...inner, [key]: putAt(Object(member), rest, value) }
  return value === undefined ? others : { ...inner, [key]: value }
}

/** `mayDeclineEarlier` → "May decline earlier"; the schema has no other names, and the reference says the same. */
export function nameOf(path: readonly string[]): string {
  const words = (path.at(-1) ?? '').replaceAll(
    /([a-z])([A-Z])/g,
    (_, a: string, b: string) => `${a} ${b.toLowerCase()}`,
  )
  const said = words.replaceAll('_', ' ')
  const of = path.length > 2 ? `${nameOf(path.slice(0, -1))}: ` : ''
  return of === '' ? said.charAt(0).toUpperCase() + said.slice(1) : `${of}${said}`
}

/** A value as a reader of the profile knows it. */
export function valueText(value: unknown, none: string): string {
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
