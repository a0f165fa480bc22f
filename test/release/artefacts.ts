/** What was made to be installed: each file with what somebody needs to know that they have the same one. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Parts } from './notes.ts'
import { SIGNATURES, signatureOf } from './signature.ts'

const PLATFORMS = {
  exe: 'windows',
  appx: 'windows',
  msix: 'windows',
  dmg: 'macos',
  zip: 'macos',
  deb: 'linux',
  AppImage: 'linux',
} as const
type Kind = keyof typeof PLATFORMS

const Hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`))

export const Artefact = z.strictObject({
  file: z.string().min(1),
  platform: z.enum(['windows', 'macos', 'linux']),
  arch: z.enum(['x64', 'arm64', 'universal']),
  bytes: z.int().min(1),
  sha256: Hex(64),
  sha512: Hex(128),
  /** Whether the file carries one; whose it is, the system says that installs it. */
  signature: z.enum(SIGNATURES),
})
export type Artefact = z.infer<typeof Artefact>

/** `release.json`, beside the files that it is about. */
export const ReleaseTable = z.strictObject({
  version: z.string(),
  /** Null = not out yet. */
  date: z.iso.date().nullable(),
  parts: Parts,
  artefacts: z.array(Artefact),
})
export type ReleaseTable = z.infer<typeof ReleaseTable>

/** Every installer of a folder, by name; what else electron-builder leaves there is none. */
export function artefactsIn(folder: string): Artefact[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && kindOf(entry.name) !== undefined)
    .map(({ name }) => describe(folder, name))
    .toSorted((one, other) => (one.file < other.file ? -1 : 1))
}

function describe(folder: string, file: string): Artefact {
  const kind = kindOf(file)
  if (kind === undefined) throw new Error(`${file} is no installer.`)
  const bytes = readFileSync(join(folder, file))
  const digest = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex')
  return {
    file,
    platform: PLATFORMS[kind],
    arch: archOf(file),
    bytes: bytes.length,
    sha256: digest('sha256'),
    sha512: digest('sha512'),
    signature: signatureOf(kind, bytes),
  }
}

function kindOf(file: string): Kind | undefined {
  const end = /\.(\w+)$/.exec(file)?.[1] ?? ''
  return Object.keys(PLATFORMS).find((kind): kind is Kind => kind === end)
}

/** As electron-builder names them: the usual architecture is left away. */
function archOf(file: string): Artefact['arch'] {
  if (/[-_. ](?:arm64|aarch64)[-_. ]/.test(file)) return 'arm64'
  return /[-_. ]universal[-_. ]/.test(file) ? 'universal' : 'x64'
}
