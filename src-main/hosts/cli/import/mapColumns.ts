import { spellingOf } from '../../../../src-preload/contract/vocabulary/statusNames.ts'
import { UsageError } from '../usageError.ts'
import { fieldOfHeader, IMPORT_FIELDS, type ImportField } from './importFields.ts'

/** Which column is which field. */
export interface ColumnMap {
  /** Place of the field's column, from 0. */
  readonly columns: ReadonlyMap<ImportField, number>
  /** In the order of the file. */
  readonly mapped: readonly { readonly header: string; readonly field: ImportField }[]
  /** Headers of the columns that are left out, in the order of the file. */
  readonly ignored: readonly string[]
}

/** What somebody said of a column: `Header=field`, or `Header=-` to leave it out. */
export interface Override {
  readonly header: string
  /** Null = left out. */
  readonly field: ImportField | null
}

/** @throws UsageError when it is not of that form, or names no field. */
export function readOverride(said: string): Override {
  const at = said.lastIndexOf('=')
  if (at < 1) throw new UsageError(`--map takes "Header=field"; this is ${said}.`)
  const header = said.slice(0, at).trim()
  const name = said.slice(at + 1).trim()
  if (name === '-') return { header, field: null }
  const field = IMPORT_FIELDS.find((one) => spellingOf(one) === spellingOf(name))
  if (field === undefined)
    throw new UsageError(
      `There is no field ${name}. Known: ${IMPORT_FIELDS.join(', ')}; - leaves a column out.`,
    )
  return { header, field }
}

/** @throws UsageError when nothing is known, a field has two columns, or the claim's id has none. */
export function mapColumns(header: readonly string[], overrides: readonly Override[]): ColumnMap {
  for (const { header: named } of overrides)
    if (!header.some((one) => isSame(one, named)))
      throw new UsageError(`--map names "${named}", which is no column. Columns: ${quoted(header)}.`)
  const fields = header.map((one) => {
    const override = overrides.find((said) => isSame(said.header, one))
    return override === undefined ? fieldOfHeader(one) : override.field
  })
  const mapped = header.flatMap((one, index) => {
    const field = fields[index] ?? null
    return field === null ? [] : [{ header: one, field, index }]
  })
  if (mapped.length === 0)
    throw new UsageError(
      `No column of the first line is known: ${quoted(header)}. The file needs a header; --map names columns.`,
    )
  refuseTwice(mapped)
  if (!fields.includes('claimId'))
    throw new UsageError(
      `No column holds the claim's id, by which an import can be repeated. Columns: ${quoted(header)}. Name it with --map "Header=claimId".`,
    )
  return {
    columns: new Map(mapped.map(({ field, index }) => [field, index])),
    mapped: mapped.map(({ header, field }) => ({ header, field })),
    ignored: header.filter((one, index) => fields[index] === null && one.trim() !== ''),
  }
}

function refuseTwice(mapped: readonly { readonly header: string; readonly field: ImportField }[]): void {
  for (const [field, columns] of Map.groupBy(mapped, (one) => one.field)) {
    if (columns.length < 2) continue
    const names = columns.map(({ header }) => header)
    throw new UsageError(
      `Several columns are ${field}: ${quoted(names)}. Leave one out with --map "Header=-".`,
    )
  }
}

const isSame = (a: string, b: string): boolean => a.trim() === b || spellingOf(a) === spellingOf(b)
const quoted = (names: readonly string[]): string => names.map((one) => `"${one.trim()}"`).join(', ')
