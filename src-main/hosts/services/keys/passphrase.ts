import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { KeyUnreadable } from '../../../workstation/keys/keyUnreadable.ts'
import type { WrappedKey } from '../../../workstation/keys/wrappedKey.ts'

/** As OWASP's cheat sheet on storing passwords has it for scrypt: 128 MB and some tenths of a second a try. */
const COST = { cost: 2 ** 17, blockSize: 8, parallelization: 1 } as const
/** Scrypt itself needs 128 × cost × blockSize. */
const MAX_MEMORY = 512 * 1024 * 1024
const NONCE = 12
const TAG = 16
export const MIN_PASSPHRASE = 12

type Under = Extract<WrappedKey, { kind: 'passphrase' }>

/** `costs` are written beside it, so that later ones may be higher. */
export async function wrapUnder(
  key: Uint8Array,
  passphrase: string,
  costs: Readonly<typeof COST> | Omit<Under['scrypt'], 'salt'> = COST,
): Promise<Under> {
  const salt = randomBytes(16)
  const under = await stretch(passphrase, { ...costs, salt: salt.toString('base64') })
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', under, nonce)
  const sealed = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return {
    kind: 'passphrase',
    scrypt: { ...costs, salt: salt.toString('base64') },
    sealed: sealed.toString('base64'),
  }
}

/** Throws KeyUnreadable where it is not this passphrase; a changed file shows as the same. */
export async function unwrapUnder(wrapped: Under, passphrase: string): Promise<Uint8Array> {
  try {
    const under = await stretch(passphrase, wrapped.scrypt)
    const sealed = Buffer.from(wrapped.sealed, 'base64')
    const decipher = createDecipheriv('aes-256-gcm', under, sealed.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAuthTag(sealed.subarray(-TAG))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()])
  } catch (error) {
    throw new KeyUnreadable('passphrase_wrong', 'passphrase', { cause: error })
  }
}

/** The same letters typed on another keyboard are the same passphrase. */
function stretch(passphrase: string, { cost, blockSize, parallelization, salt }: Under['scrypt']) {
  return new Promise<Buffer>((resolve, reject) => {
    scrypt(
      passphrase.normalize('NFKC'),
      Buffer.from(salt, 'base64'),
      32,
      { cost, blockSize, parallelization, maxmem: MAX_MEMORY },
      (error, key) => (error === null ? resolve(key) : reject(error)),
    )
  })
}
