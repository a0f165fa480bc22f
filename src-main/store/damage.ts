import { ProfileRefused } from './profileRefused.ts'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/**
 * Whether the file itself is broken, so that no later try can help. All text in JSON columns was written by this program: what cannot be
 * parsed inside a statement's work was changed on the disk.
 */
export function isDamage(error: unknown): boolean {
  if (error instanceof SyntaxError) return true
  if (error instanceof ProfileRefused) return error.code === 'corrupt'
  const code = codeOf(error)
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')
}

/** Whether room on the disk would have helped. */
export function isDiskFull(error: unknown): boolean {
  return ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(codeOf(error))
}
