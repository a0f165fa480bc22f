import { z } from 'zod'

export interface SchemaField {
  /** Keys from the top of the document down. */
  readonly path: readonly string[]
  /** What may stand there, in words; Markdown. */
  readonly allowed: string
  readonly description: string
}

export interface SchemaSection {
  readonly title: string
  readonly description: string
  readonly fields: readonly SchemaField[]
}

type Node = z.core.JSONSchema.BaseSchema

/** The fields that a schema describes: those at its top first, as a section of their own, then one section a group of fields. */
export function sectionsOf(schema: z.ZodType, top: Omit<SchemaSection, 'fields'>): SchemaSection[] {
  const members = membersOf(z.toJSONSchema(schema))
  const single = members.filter(([, node]) => !isGroup(node))
  const groups = members.filter(([, node]) => isGroup(node))
  return [
    { ...top, fields: single.flatMap(([key, node]) => fieldsOf([key], node)) },
    ...groups.map(([key, node]) => ({
      title: node.title ?? key,
      description: node.description ?? '',
      fields: membersOf(node).flatMap(([member, inner]) => fieldsOf([key, member], inner)),
    })),
  ]
}

function fieldsOf(path: readonly string[], node: Node, above = ''): SchemaField[] {
  const description = `${above} ${node.description ?? ''}`.trim()
  return isGroup(node)
    ? membersOf(node).flatMap(([key, member]) => fieldsOf([...path, key], member, description))
    : [{ path, allowed: allowedIn(node), description }]
}

const isGroup = (node: Node): boolean => node.properties !== undefined

function membersOf({ properties = {} }: Node): [string, Node][] {
  return Object.entries(properties).flatMap(([key, member]) =>
    typeof member === 'boolean' ? [] : [[key, member]],
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
