import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemKeyring } from '../../../../../src-main/hosts/services/keys/keyring.ts'
import { keyringBox } from '../../../../../src-main/hosts/services/signIn/keyringBox.ts'
import { aTempFolder } from '../../../../builders/tempFolder.ts'

vi.mock('@napi-rs/keyring', () => import('../../../../fakes/keyring/keyring.ts'))

const SECRET = Buffer.from('what keeps a person signed in, longer than a keyring takes. '.repeat(200))
let file = ''
beforeEach(() => {
  file = join(aTempFolder(), 'keyring.json')
  vi.stubEnv('PROOFDESK_TEST_KEYRING', file)
})
afterEach(() => vi.unstubAllEnvs())

const open = async (box: ReturnType<typeof keyringBox>, sealed: Uint8Array | null) => {
  const opened = sealed === null ? null : await box.open(sealed)
  return opened === null ? null : Buffer.from(opened).toString()
}

describe('a secret sealed under a key of the system’s keyring', () => {
  it('opens after a restart, though it is longer than a keyring takes', async () => {
    const sealed = await keyringBox('/data').seal(SECRET)
    expect(Buffer.from(sealed ?? []).includes('signed in')).toBe(false)
    expect(await open(keyringBox('/data'), sealed)).toBe(SECRET.toString())
    expect(readFileSync(file, 'utf8').length).toBeLessThan(500)
  })

  it('is not kept where there is no keyring, and does not open where it is away now', async () => {
    const sealed = await keyringBox('/data').seal(SECRET)
    vi.stubEnv('PROOFDESK_TEST_KEYRING', '')
    expect([await keyringBox('/data').seal(SECRET), await open(keyringBox('/data'), sealed)]).toEqual([
      null,
      null,
    ])
  })

  it('opens for its own data folder alone, unchanged, with the key it was sealed under', async () => {
    const sealed = await keyringBox('/data').seal(SECRET)
    await keyringBox('/other').seal(SECRET)
    expect(await open(keyringBox('/other'), sealed)).toBeNull()
    const changed = Buffer.from(sealed ?? [])
    changed[20] = (changed[20] ?? 0) ^ 1
    expect(await open(keyringBox('/data'), changed)).toBeNull()
    writeFileSync(file, '{}')
    expect(await open(keyringBox('/data'), sealed)).toBeNull()
  })

  it('lies beside the key of a profile in the keyring that lasts, under one name of the program', async () => {
    await keyringBox('/data').seal(SECRET)
    await systemKeyring.keep(Buffer.alloc(32, 7), 'ab'.repeat(16))
    const names = Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object).map(
      (name) => JSON.parse(name) as unknown[],
    )
    expect(names.map(([service, , options]) => [service, options])).toEqual([
      ['Proofdesk', { linux: { store: 'secret-service' } }],
      ['Proofdesk', { linux: { store: 'secret-service' } }],
    ])
    expect(new Set(names.map(([, account]) => account)).size).toBe(2)
  })
})
