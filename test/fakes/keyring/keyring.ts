/**
 * Stands in for the keyring of a system: holds the secrets of one test in the file that PROOFDESK_TEST_KEYRING names, over starts of a
 * program. Where that names nothing the keyring is away, as on a machine without one.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type * as Keyring from '@napi-rs/keyring'

type Used = Pick<
  Keyring.AsyncEntry,
  'getPassword' | 'setPassword' | 'getSecret' | 'setSecret' | 'deleteCredential'
>

export class AsyncEntry implements Used {
  readonly #name: string
  constructor(service: string, username: string, options?: Keyring.EntryOptions | null) {
    this.#name = JSON.stringify([service, username, options])
  }
  getPassword = async (): Promise<string | null> => secrets()[this.#name] ?? null
  setPassword = async (password: string): Promise<void> => keep(this.#name, password)
  deleteCredential = async (): Promise<boolean> => remove(this.#name)
  async getSecret(): Promise<number[] | null> {
    const kept = await this.getPassword()
    return kept === null ? null : [...Buffer.from(kept, 'base64')]
  }
  setSecret = (secret: Uint8Array): Promise<void> => this.setPassword(Buffer.from(secret).toString('base64'))
}

function place(): string {
  const file = process.env['PROOFDESK_TEST_KEYRING'] ?? ''
  if (file === '') throw new Error('The name org.freedesktop.secrets was not provided by any .service files')
  return file
}

function secrets(): Record<string, string> {
  const file = place()
  // Written by `keep` alone.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}
}

function keep(name: string, secret: string): void {
  writeFileSync(place(), JSON.stringify({ ...secrets(), [name]: secret }))
}

function remove(name: string): boolean {
  const { [name]: removed, ...rest } = secrets()
  writeFileSync(place(), JSON.stringify(rest))
  return removed !== undefined
}
