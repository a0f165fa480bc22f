import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** A value that fits its schema, or what is wrong with it: one sentence a fault, the path of the field first. */
export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Checks what a person wrote, so that the person can mend it: no words of the schema library. */
export function checkWritten<Schema extends z.ZodType>(
  schema: Schema,
  written: unknown,
): Checked<z.infer<Schema>> {
  const result = schema.safeParse(written, { error: inPlainWords })
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, problems: result.error.issues.flatMap(sentencesOf) }
}

/** Reads a JSON file of ours. Rejects with the file's name and one line a fault. */
export async function readCheckedFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const result = checkWritten(schema, await readJson(file))
  if (result.ok) return result.value
  throw unusable(file, result.problems)
}

export function unusable(file: string, problems: readonly string[], cause?: unknown): Error {
  return new Error(`${file} cannot be used:\n${problems.map((one) => `  ${one}`).join('\n')}`, { cause })
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw unusable(file, ['It is missing or cannot be read.'], cause)
  })
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw unusable(
      file,
      [`It is not JSON: ${cause instanceof Error ? cause.message : String(cause)}.`],
      cause,
    )
  }
}

function sentencesOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${z.core.toDotPath([...issue.path, key])} is not known.`)
  const place = issue.path.length === 0 ? 'The whole' : z.core.toDotPath(issue.path)
  return [`${place} ${issue.message}.`]
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'a group of fields',
  record: 'a group of fields',
  array: 'a list',
  boolean: 'true or false',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
}

/** What follows the path of the field; undefined = the words of the schema itself are good. */
const inPlainWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined) return 'is missing'
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of: ' : ''}${issue.values.map(String).join(', ')}`
    case 'too_small':
      return `must ${sizeOf(issue.origin, 'least', issue.minimum)}`
    case 'too_big':
      return `must ${sizeOf(issue.origin, 'most', issue.maximum)}`
    case 'invalid_format':
      return issue.format === 'date' ? 'must be a day, as in 2026-01-31' : undefined
    default:
      return undefined
  }
}

function sizeOf(origin: string, end: 'least' | 'most', size: number | bigint): string {
  if (origin === 'number' || origin === 'int') return `be at ${end} ${size}`
  if (end === 'least' && Number(size) === 1) return 'not be empty'
  return `have at ${end} ${size} ${origin === 'string' ? 'characters' : 'entries'}`
}
