import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { UsageError } from '../usageError.ts'

export const USAGE = `verify (--data-dir DIR | --database-url postgres://… | --profile DIR) [--anchors DIR] [--no-anchors] [--json]
  (has anybody changed the log? Of a hub that keeps its database in DIR and is not running, of a hub on PostgreSQL, also while it works,
  or of a workstation that is closed)`

export interface VerifyFlags {
  readonly of:
    | { readonly kind: 'folder'; readonly folder: string }
    | { readonly kind: 'postgres'; readonly url: string }
    | { readonly kind: 'profile'; readonly folder: string }
  /** Null = the log is held against no anchors. */
  readonly anchors: string | null
  readonly asJson: boolean
}

export function verifyFlags(args: readonly string[]): VerifyFlags {
  const values = parsed(args)
  const of = named(values)
  const beside = of.kind === 'folder' ? join(of.folder, 'hub', 'anchors') : null
  const anchors = values.anchors === false ? null : (values.anchors ?? beside)
  return { of, anchors: typeof anchors === 'string' ? anchors : null, asJson: values.json }
}

type Values = ReturnType<typeof parsed>

function parsed(args: readonly string[]) {
  try {
    const isWithout = args.includes('--no-anchors')
    const { values } = parseArgs({
      args: args.filter((arg) => arg !== '--no-anchors'),
      options: {
        'data-dir': { type: 'string' },
        'database-url': { type: 'string' },
        profile: { type: 'string' },
        anchors: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    if (isWithout && values.anchors !== undefined) throw new UsageError('Name anchors or none, not both.')
    return { ...values, anchors: isWithout ? (false as const) : values.anchors }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function named(values: Values): VerifyFlags['of'] {
  const { 'data-dir': dataDir, 'database-url': url, profile } = values
  const folders = [dataDir, url, profile].filter((one) => one !== undefined)
  if (folders.length !== 1)
    throw new UsageError('Say what to verify: one of a data folder, a database, a profile.')
  if (url !== undefined) {
    if (!/^postgres(ql)?:\/\//.test(url)) throw new UsageError('--database-url begins with postgres://')
    return { kind: 'postgres', url }
  }
  if (dataDir !== undefined) {
    if (!existsSync(join(dataDir, 'hub', 'pg')))
      throw new UsageError(`There is no hub's database in ${dataDir}.`)
    return { kind: 'folder', folder: dataDir }
  }
  return { kind: 'profile', folder: profile ?? '' }
}
