import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createKeyPort, type KeyPortOptions } from '../../../../../src-main/hosts/services/keys/keyPort.ts'
import type { KeyKeeper } from '../../../../../src-main/hosts/services/keys/keyKeeper.ts'
import { systemKeyring } from '../../../../../src-main/hosts/services/keys/keyring.ts'
import { unwrapUnder, wrapUnder } from '../../../../../src-main/hosts/services/keys/passphrase.ts'
import { readKeyFile, WrappedKey } from '../../../../../src-main/workstation/keys/wrappedKey.ts'
import { NO_KEEPER, withKey } from '../../../../builders/profileKey.ts'
import { aTempFolder } from '../../../../builders/tempFolder.ts'
import { startWorkstation } from '../../../../fakes/workstation.ts'

const KEY = Buffer.alloc(32, 7)
const ID = 'ab'.repeat(16)
/** As in the product, but for the time that a try takes. */
const CHEAP = { cost: 2 ** 12, blockSize: 8, parallelization: 1 }

/** A keyring that holds entries in memory; `isOpen` false = the person did not unlock it. */
function aKeyring() {
  const entries = new Map<string, string>()
  const state = { isOpen: true }
  const keeper: KeyKeeper = {
    kind: 'keyring',
    async keep(key, keyId) {
      entries.set(keyId, Buffer.from(key).toString('base64'))
      return { kind: 'keyring', service: 'Proofdesk', account: keyId }
    },
    async give(wrapped) {
      if (wrapped.kind !== 'keyring' || !state.isOpen) throw new Error('The keyring is locked.')
      return { key: Buffer.from(entries.get(wrapped.account) ?? '', 'base64'), shallRewrap: false }
    },
    async forget({ account }) {
      if (!state.isOpen) throw new Error('The keyring is locked.')
      entries.delete(account)
    },
  }
  return { entries, state, keeper }
}

function portOf(over: Partial<KeyPortOptions> = {}) {
  const said: string[] = []
  const port = createKeyPort({
    keeper: NO_KEEPER,
    passphrases: { known: () => Promise.resolve(null), chosen: () => Promise.resolve(null) },
    mayLieOpen: false,
    say: (sentence) => said.push(sentence),
    ...over,
  })
  return { port, said }
}

describe('where the key of a profile is kept', () => {
  it('is the keyring where the system has one: the file beside the database does not hold it', async () => {
    const keyring = aKeyring()
    const { port } = portOf({ keeper: keyring.keeper, mayLieOpen: true })
    const wrapped = await port.wrap(KEY, ID, null)
    expect(wrapped).toEqual({ kind: 'keyring', service: 'Proofdesk', account: ID })
    expect(Buffer.from((await port.unwrap(wrapped, null)).key).equals(KEY)).toBe(true)
  })

  it('is gone from the keyring for good once it is let go; a file or a passphrase leaves nothing to be let go', async () => {
    const keyring = aKeyring()
    const { port } = portOf({ keeper: keyring.keeper })
    const wrapped = await port.wrap(KEY, ID, null)
    await port.forget(wrapped)
    expect([...keyring.entries]).toEqual([])
    await port.forget(wrapped)
    await portOf({ mayLieOpen: true }).port.forget({ kind: 'file', key: KEY.toString('base64') })
    keyring.state.isOpen = false
    await expect(port.forget(wrapped)).rejects.toThrow()
  })

  it('is a file for the sample workspace without one, for its owner alone, and that is said once', async () => {
    const { port, said } = portOf({ mayLieOpen: true })
    const wrapped = await port.wrap(KEY, ID, null)
    await port.unwrap(wrapped, null)
    expect([wrapped.kind, said.length]).toEqual(['file', 1])
    expect(said[0]).toContain('keeps nothing from whoever gets the disk')
    const profile = aTempFolder()
    withKey(profile)
    expect(statSync(`${profile}/profile.key`).mode & 0o777).toBe(0o600)
  })

  it('is a passphrase for a team’s profile without one; with nobody to ask it is refused, with what to do', async () => {
    const chosen = () => Promise.resolve('four small words here')
    const { port } = portOf({ passphrases: { known: chosen, chosen } })
    const wrapped = await port.wrap(KEY, ID, null)
    expect(wrapped).toMatchObject({ kind: 'passphrase', scrypt: { cost: 131_072, blockSize: 8 } })
    expect(WrappedKey.parse(JSON.parse(JSON.stringify(wrapped)))).toEqual(wrapped)
    expect(Buffer.from((await port.unwrap(wrapped, null)).key).equals(KEY)).toBe(true)
    await expect(portOf().port.wrap(KEY, ID, null)).rejects.toMatchObject({
      code: 'no_key',
      message: expect.stringMatching(/terminal.*PROOFDESK_PASSPHRASE_FILE.*PROOFDESK_KEY=file/),
    })
  })

  it('becomes a better one as soon as there is one, and stays what it is as long as there is none', async () => {
    const profile = aTempFolder()
    const first = await startWorkstation({ profile })
    await first.workstation.stop()
    const none = await startWorkstation({ profile, keys: portOf().port })
    expect(await none.call('vault.state', {})).toMatchObject({ state: 'open', keptBy: 'file' })
    await none.workstation.stop()
    const keyring = aKeyring()
    const better = await startWorkstation({ profile, keys: portOf({ keeper: keyring.keeper }).port })
    expect(await better.call('vault.state', {})).toMatchObject({ state: 'open', keptBy: 'keyring' })
    const [kept = ''] = keyring.entries.values()
    expect(JSON.stringify(readKeyFile(profile))).not.toContain(kept)
  })

  it('is never the kernel’s keyring, which forgets: without a lasting one there is none', async () => {
    expect(await systemKeyring.keep(KEY, ID)).toBeNull()
    await expect(
      systemKeyring.give({ kind: 'keyring', service: 'Proofdesk', account: ID }),
    ).rejects.toMatchObject({ trouble: 'refused' })
  })
})

describe('a key under a passphrase', () => {
  it('comes back with the same passphrase, typed on whatever keyboard, and with no other', async () => {
    const wrapped = await wrapUnder(KEY, 'caf\u00e9 au lait, twice', CHEAP)
    expect(Buffer.from(await unwrapUnder(wrapped, 'cafe\u0301 au lait, twice')).equals(KEY)).toBe(true)
    await expect(unwrapUnder(wrapped, 'cafe au lait, twice')).rejects.toMatchObject({
      trouble: 'passphrase_wrong',
    })
  })

  it('is sealed anew each time, with the costs beside it', async () => {
    const [one, two] = await Promise.all([
      wrapUnder(KEY, 'the same', CHEAP),
      wrapUnder(KEY, 'the same', CHEAP),
    ])
    expect(one.sealed).not.toBe(two.sealed)
    expect(one.scrypt.salt).not.toBe(two.scrypt.salt)
    expect(one.scrypt).toMatchObject(CHEAP)
  })
})
