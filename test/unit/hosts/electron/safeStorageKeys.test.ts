import { beforeEach, describe, expect, it } from 'vitest'
import { safeStorageKeys } from '../../../../src-main/hosts/electron/safeStorageKeys.ts'
import { createKeyPort } from '../../../../src-main/hosts/services/keys/keyPort.ts'
import { record, safeStorage } from '../../../fakes/electron/electron.ts'

const KEY = Buffer.alloc(32, 7)
const ID = 'ab'.repeat(16)

beforeEach(() => {
  Object.assign(record, { keyBackend: 'gnome_libsecret', keepsKeys: true, isKeyOld: false })
})

/** Only the part of Electron that it uses. */
const keeper = () => safeStorageKeys({ safeStorage: safeStorage as never })

const portOf = (mayLieOpen: boolean) =>
  createKeyPort({
    keeper: keeper(),
    passphrases: { known: () => Promise.resolve(null), chosen: () => Promise.resolve(null) },
    mayLieOpen,
    say: () => undefined,
  })

describe('keys kept by Electron', () => {
  it('are sealed by the system and come back as they were', async () => {
    const wrapped = await portOf(false).wrap(KEY, ID, null)
    expect(wrapped).toMatchObject({ kind: 'safe_storage', backend: 'gnome_libsecret' })
    expect(JSON.stringify(wrapped)).not.toContain(KEY.toString('base64'))
    const { key, shallRewrap } = await portOf(false).unwrap(wrapped, null)
    expect([Buffer.from(key).equals(KEY), shallRewrap]).toEqual([true, false])
  })

  it.each([
    ['basic_text', true],
    ['unknown', true],
    ['gnome_libsecret', false],
  ] as const)('are refused by %s where it keeps them from nobody', async (keyBackend, keepsKeys) => {
    Object.assign(record, { keyBackend, keepsKeys })
    expect(await keeper().keep(KEY, ID)).toBeNull()
    await expect(portOf(false).wrap(KEY, ID, null)).rejects.toMatchObject({
      code: 'no_key',
      message: expect.stringContaining('PROOFDESK_PASSPHRASE_FILE'),
    })
  })

  it('are not given out under another backend, nor by a keyring that was reset', async () => {
    const wrapped = await portOf(false).wrap(KEY, ID, null)
    record.keyBackend = 'kwallet6'
    await expect(portOf(false).unwrap(wrapped, null)).rejects.toMatchObject({ trouble: 'refused' })
    record.keyBackend = 'gnome_libsecret'
    record.keepsKeys = false
    await expect(portOf(false).unwrap(wrapped, null)).rejects.toMatchObject({ trouble: 'refused' })
  })

  it('are sealed anew when the system has a newer key', async () => {
    const wrapped = await portOf(false).wrap(KEY, ID, null)
    record.isKeyOld = true
    expect(await portOf(false).unwrap(wrapped, null)).toMatchObject({ shallRewrap: true })
  })
})
