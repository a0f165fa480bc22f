import { ZodError } from 'zod'
import type { ErrorCode, Reply } from '../../src-preload/contract/errors.ts'
import type { Method } from '../../src-preload/contract/method.ts'
import { AppError } from './appError.ts'
import type { WorkstationPorts } from './ports.ts'
import { refusedWhenOver } from './signIn/readOnly.ts'

const failure = (
  code: ErrorCode,
  message: string,
  retryable = false,
  incident: string | null = null,
): Reply => ({
  ok: false,
  error: { code, message, retryable, incident },
})

/** Methods of the contract with what answers them. Whoever makes one lets the compiler see that none is missing. */
export interface Desk {
  readonly methods: Readonly<Record<string, Method>>
  readonly handlers: object
}

interface RouterWishes {
  /** What is stored, or an answer made of it, did not fit its schema. */
  readonly onUnfit: () => void
  /** Whether commands are refused now. */
  readonly isReadOnly: () => boolean
}
const NO_WISHES: RouterWishes = { onUnfit: () => undefined, isReadOnly: () => false }

/**
 * The only place where the outside becomes typed: checks name, input and output; whatever is thrown becomes an envelope.
 * `rest` is asked once a method is not among the `first`.
 */
export function createRouter(
  first: Desk,
  rest: () => Promise<Desk>,
  ports: Pick<WorkstationPorts, 'log' | 'uuid'>,
  { onUnfit, isReadOnly }: RouterWishes = NO_WISHES,
) {
  async function answer(name: string, input: unknown): Promise<Reply> {
    const { methods, handlers } = Object.hasOwn(first.methods, name) ? first : await rest()
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined
    if (method === undefined) return failure('unknown_method', 'There is no such method.')
    const parsed = method.input.safeParse(input)
    if (!parsed.success) return failure('bad_request', 'The input does not fit the contract.')
    if (method.kind === 'command' && isReadOnly()) {
      const refused = refusedWhenOver(name, method)
      if (refused !== null) return { ok: true, value: refused }
    }
    // The name and the parsed input belong together, which the compiler cannot see across the union of methods.
    const handler = Reflect.get(handlers, name) as (input: unknown) => unknown
    return { ok: true, value: method.output.parse(await handler(parsed.data)) }
  }
  return async function dispatch(name: string, input: unknown): Promise<Reply> {
    try {
      return await answer(name, input)
    } catch (error) {
      if (isOfWhatIsStored(error)) onUnfit()
      return envelope(name, error, ports)
    }
  }
}

/**
 * The input was looked at before. What is read from the store is believed without a schema: a name that the disk changed inside it shows
 * as a missing part, to the answer's schema or to the code before it, and an instant that it changed as one that is none.
 */
const isOfWhatIsStored = (error: unknown): boolean =>
  error instanceof ZodError || error instanceof TypeError || error instanceof RangeError

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

const STORAGE_CODES = [
  'SQLITE_FULL',
  'SQLITE_READONLY',
  'SQLITE_IOERR',
  // The profile is being put together anew: a moment later the same command finds it whole.
  'SQLITE_CORRUPT',
  'SQLITE_NOTADB',
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
]

function isStorageError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return STORAGE_CODES.some((known) => code.startsWith(known))
}
