import { type Handlers, isMethodName, methods } from '../../src-preload/contract/index.ts'
import type { ErrorCode, Reply } from '../../src-preload/contract/errors.ts'
import { AppError } from './appError.ts'
import type { WorkstationPorts } from './ports.ts'

const failure = (
  code: ErrorCode,
  message: string,
  retryable = false,
  incident: string | null = null,
): Reply => ({
  ok: false,
  error: { code, message, retryable, incident },
})

/** The only place where the outside becomes typed: checks name, input and output; whatever is thrown becomes an envelope. */
export function createRouter(handlers: Handlers, ports: Pick<WorkstationPorts, 'log' | 'uuid'>) {
  return async function dispatch(method: string, input: unknown): Promise<Reply> {
    if (!isMethodName(method)) return failure('unknown_method', 'There is no such method.')
    const parsed = methods[method].input.safeParse(input)
    if (!parsed.success) return failure('bad_request', 'The input does not fit the contract.')
    try {
      // The key and the parsed input belong together, which the compiler cannot see across the union of methods.
      const handler = handlers[method] as (input: unknown) => unknown
      return { ok: true, value: methods[method].output.parse(await handler(parsed.data)) }
    } catch (error) {
      return envelope(method, error, ports)
    }
  }
}

function envelope(method: string, error: unknown, ports: Pick<WorkstationPorts, 'log' | 'uuid'>): Reply {
  if (error instanceof AppError) return failure(error.code, error.message, error.retryable)
  if (isStorageError(error)) {
    ports.log({ level: 'error', event: 'the profile could not be written', facts: { method }, error })
    return failure(
      'storage',
      'The data folder cannot take the change now. Free some space or close what locks it, then try again.',
      true,
    )
  }
  const incident = ports.uuid()
  ports.log({ level: 'error', event: 'a method failed', facts: { method, incident }, error })
  return failure('internal', 'Something went wrong inside Proofdesk.', false, incident)
}

const STORAGE_CODES = ['SQLITE_FULL', 'SQLITE_READONLY', 'SQLITE_IOERR', 'ENOSPC', 'EROFS', 'EIO']

function isStorageError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return STORAGE_CODES.some((known) => code.startsWith(known))
}
