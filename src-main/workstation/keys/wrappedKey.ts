import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { replaceFile } from '../../store/durableFile.ts'

const Base64 = z.base64().min(1).max(10_000)

/** The key of a profile as it lies on the disk. What wraps it is the host's matter. */
export const WrappedKey = z.discriminatedUnion('kind', [
  /** Encrypted by the system for this person (Electron's safeStorage). `backend`: which of them, on Linux. */
  z.strictObject({ kind: z.literal('safe_storage'), backend: z.string().max(100), sealed: Base64 }),
  /** Not here at all: an entry of the system's keyring holds it. */
  z.strictObject({
    kind: z.literal('keyring'),
    service: z.string().max(100),
    account: z.string().max(200),
  }),
  /** Sealed (AES-256-GCM: nonce, key, tag) under what scrypt makes of a passphrase. */
  z.strictObject({
    kind: z.literal('passphrase'),
    scrypt: z.strictObject({ cost: z.int(), blockSize: z.int(), parallelization: z.int(), salt: Base64 }),
    sealed: Base64,
  }),
  /** In the open: whoever can read the file has it. */
  z.strictObject({ kind: z.literal('file'), key: Base64 }),
])
export type WrappedKey = z.infer<typeof WrappedKey>

const KeyFile = z.strictObject({
  version: z.literal(1),
  /** Of the key inside, so that another one is known for another. */
  keyId: z.string().regex(/^[0-9a-f]{32}$/),
  wrapped: WrappedKey,
})
export type KeyFile = z.infer<typeof KeyFile>

/** A lost sector must not cost everything, so it lies there twice. */
export const KEY_FILES = ['profile.key', 'profile.key.copy'] as const

/** `gone`: there is none; `broken`: there is one, and neither copy can be read. */
export function readKeyFile(folder: string): KeyFile | 'gone' | 'broken' {
  const paths = KEY_FILES.map((name) => `${folder}/${name}`).filter((path) => existsSync(path))
  for (const path of paths) {
    const found = parse(path)
    if (found !== null) return found
  }
  return paths.length === 0 ? 'gone' : 'broken'
}

function parse(path: string): KeyFile | null {
  try {
    const parsed = KeyFile.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export function writeKeyFile(folder: string, file: KeyFile): void {
  for (const name of KEY_FILES) replaceFile(`${folder}/${name}`, `${JSON.stringify(file)}\n`)
}
