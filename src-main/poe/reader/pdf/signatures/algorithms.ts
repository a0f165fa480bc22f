import type { SignatureProblem } from '../../../facts/factWords.ts'

/** Hash functions by object identifier, under the name that node:crypto knows. */
const HASHES: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '1.3.36.3.2.1': 'ripemd160',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.6': 'sha512-256',
  '2.16.840.1.101.3.4.2.7': 'sha3-224',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
  '2.16.840.1.101.3.4.2.11': 'shake128',
  '2.16.840.1.101.3.4.2.12': 'shake256',
}

/** Documents with the same sum can be made at will. */
const BROKEN_HASHES: ReadonlySet<string> = new Set(['md5', 'sha1', 'ripemd160'])

export const hashName = (oid: string): string | null => HASHES[oid] ?? null
export const isWeakHash = (name: string): boolean => BROKEN_HASHES.has(name)

export type Scheme = 'rsa' | 'rsa_pss' | 'ecdsa' | 'eddsa'

/** `hash` is null where the digest algorithm of the signer's entry says it. */
export interface SignatureScheme {
  readonly scheme: Scheme
  readonly hash: string | null
}

const scheme = (name: Scheme, hash: string | null = null): SignatureScheme => ({ scheme: name, hash })

const SCHEMES: Readonly<Record<string, SignatureScheme>> = {
  '1.2.840.113549.1.1.1': scheme('rsa'),
  '1.2.840.113549.1.1.4': scheme('rsa', 'md5'),
  '1.2.840.113549.1.1.5': scheme('rsa', 'sha1'),
  '1.2.840.113549.1.1.14': scheme('rsa', 'sha224'),
  '1.2.840.113549.1.1.11': scheme('rsa', 'sha256'),
  '1.2.840.113549.1.1.12': scheme('rsa', 'sha384'),
  '1.2.840.113549.1.1.13': scheme('rsa', 'sha512'),
  '2.16.840.1.101.3.4.3.14': scheme('rsa', 'sha3-256'),
  '2.16.840.1.101.3.4.3.15': scheme('rsa', 'sha3-384'),
  '2.16.840.1.101.3.4.3.16': scheme('rsa', 'sha3-512'),
  '1.2.840.113549.1.1.10': scheme('rsa_pss'),
  '1.2.840.10045.2.1': scheme('ecdsa'),
  '1.2.840.10045.4.1': scheme('ecdsa', 'sha1'),
  '1.2.840.10045.4.3.1': scheme('ecdsa', 'sha224'),
  '1.2.840.10045.4.3.2': scheme('ecdsa', 'sha256'),
  '1.2.840.10045.4.3.3': scheme('ecdsa', 'sha384'),
  '1.2.840.10045.4.3.4': scheme('ecdsa', 'sha512'),
  '2.16.840.1.101.3.4.3.10': scheme('ecdsa', 'sha3-256'),
  '2.16.840.1.101.3.4.3.11': scheme('ecdsa', 'sha3-384'),
  '2.16.840.1.101.3.4.3.12': scheme('ecdsa', 'sha3-512'),
  '1.3.101.112': scheme('eddsa'),
  '1.3.101.113': scheme('eddsa'),
}

export const schemeOf = (oid: string): SignatureScheme | null => SCHEMES[oid] ?? null

/** What a check of a container came to. `intact` is null with a problem that leaves it open, false with one that breaks it. */
export interface Settled {
  readonly intact: boolean | null
  readonly problem: SignatureProblem | null
}

export const open = (problem: SignatureProblem): Settled => ({ intact: null, problem })
export const broken = (problem: SignatureProblem): Settled => ({ intact: false, problem })
export const SOUND: Settled = { intact: true, problem: null }
