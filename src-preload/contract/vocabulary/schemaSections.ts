import { z } from 'zod'

export interface SchemaField {
  /** Keys from the top of the document down. */
  readonly path: readonly string[]
  /** What may stand there, in words; Markdown. */
  readonly allowed: string
  readonly description: string
  /** The same as JSON Schema, for whoever makes a field of it. */
  readonly node: SchemaNode
  /** It may be left out. */
  readonly isOptional: boolean
}

export interface SchemaSection {
  readonly title: string
  readonly description: string
  readonly fields: readonly SchemaField[]
}

export type SchemaNode = z.core.JSONSchema.BaseSchema
type Node = SchemaNode

/** The fields that a schema describes: those at its top first, as a section of their own, then one section a group of fields. */
export function sectionsOf(schema: z.ZodType, top: Omit<SchemaSection, 'fields'>): SchemaSection[] {
  const members = membersOf(z.toJSONSchema(schema))
  const single = members.filter(([, node]) => !isGroup(node))
  const groups = members.filter(([, node]) => isGroup(node))
  return [
    { ...top, fields: single.flatMap(([key, node, isOptional]) => fieldsOf([key], node, { isOptional })) },
    ...groups.map(([key, node]) => ({
      title: node.title ?? key,
      description: node.description ?? '',
      fields: membersOf(node).flatMap(([member, inner, isOptional]) =>
        fieldsOf([key, member], inner, { isOptional }),
      ),
    })),
  ]
}

interface Placed {
  readonly isOptional: boolean
  /** What the group says of all its fields. */
  readonly above?: string
}

function fieldsOf(path: readonly string[], node: Node, { isOptional, above = '' }: Placed): SchemaField[] {
  const description = `${above} ${node.description ?? ''}`.trim()
  return isGroup(node)
    ? membersOf(node).flatMap(([key, member, mayLack]) =>
        fieldsOf([...path, key], member, { isOptional: isOptional || mayLack, above: description }),
      )
    : [{ path, allowed: allowedIn(node), description, node, isOptional }]
}

const isGroup = (node: Node): boolean => node.properties !== undefined

function membersOf({ properties = {}, required = [] }: Node): [string, Node, boolean][] {
  return Object.entries(properties).flatMap(([key, member]) =>
    typeof member === 'boolean' ? [] : [[key, member, !required.includes(key)]],
  )
}

function allowedIn(node: Node): string {
  if (node.anyOf !== undefined) return node.anyOf.map((one) => allowedIn(one)).join(' or ')
  if (node.enum !== undefined) return wordsIn(node)
  if (node.const !== undefined) return `\`${String(node.const)}\``
  switch (node.type) {
    case 'null':
      return '`null`'
    case 'boolean':
      return '`true` or `false`'
    case 'integer':
      return `whole number, ${rangeOf(node.minimum, node.maximum)}`
    case 'string':
      return `text, ${rangeOf(node.minLength, node.maxLength)} characters`
    case 'array':
      return `any of ${wordsIn(node.items as Node)}`
    default:
      return `${keysOf(node)}: ${allowedIn(node.additionalProperties as Node)}`
  }
}

/** Of a table whose keys are data. */
function keysOf({ propertyNames, required }: Node): string {
  const keys = propertyNames as Node
  if (keys.enum === undefined) return 'for any id'
  return `for ${required === undefined ? 'any' : 'each'} of ${wordsIn(keys)}`
}

const wordsIn = (node: Node): string => (node.enum ?? []).map((word) => `\`${String(word)}\``).join(', ')

function rangeOf(from: number | undefined, to: number | undefined): string {
  return to === undefined || to === Number.MAX_SAFE_INTEGER ? `${from ?? 0} or more` : `${from ?? 0} to ${to}`
}
