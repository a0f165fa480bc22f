import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { DigitalSignatureFacts } from '../../../../src-main/poe/facts/documentFacts.ts'
import { CORPUS, corpusCases } from '../../../accuracy/corpusCases.ts'
import { aSigner, type Signer } from '../../../builders/poe/forgeries/certificates.ts'
import { type Forgery, unsigned } from '../../../builders/poe/forgeries/forgery.ts'
import { aCast, signatureForgeries } from '../../../builders/poe/forgeries/signatureForgeries.ts'
import { PARTNER_BOX, signPdf, type SigningParts } from '../../../builders/poe/forgeries/signedPdf.ts'
import { readHere } from '../../../builders/poe/readers.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

const hasPdfsig = spawnSync('pdfsig', ['-v'], { stdio: 'ignore' }).error === undefined

/** What pdfsig says of each signature, in its order. */
function pdfsigOf(bytes: Uint8Array): { valid: boolean | null; whole: boolean; range: string }[] {
  const file = join(aTempFolder(), 'paper.pdf')
  writeFileSync(file, bytes)
  const { stdout } = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8', timeout: 20_000 })
  return stdout
    .split(/^Signature #\d+:/mu)
    .slice(1)
    .map((text) => ({
      valid: /Signature is Valid/u.test(text) ? true : /Digest Mismatch/u.test(text) ? false : null,
      whole: /Total document signed/u.test(text) && !/Not total document signed/u.test(text),
      range: /Signed Ranges: (.*)/u.exec(text)?.[1] ?? '',
    }))
}

/** Where poppler and we differ, and why that is right. */
const EXPLAINED: Readonly<Record<string, string>> = {
  algorithm_weak: 'poppler takes SHA-1 for good',
  algorithm_unknown: 'RSA-PSS with two hashes',
  gap_is_not_contents: 'poppler does not look into the gap',
  byte_range_odd: 'poppler takes ranges that do not begin at 0 or leave out the end',
  container_unreadable: 'poppler says nothing definite of it either',
}

function expectAgreement(ours: readonly DigitalSignatureFacts[], bytes: Uint8Array): void {
  const theirs = pdfsigOf(bytes)
  // Malformed ones are listed by us alone.
  const comparable = ours.filter(({ problem }) => problem === null || EXPLAINED[problem] === undefined)
  if (ours.length !== theirs.length) expect(comparable).toEqual([])
  for (const [i, own] of ours.entries()) {
    const other = theirs[i]
    if (!other || own.intact === null) {
      expect(own.intact === null ? EXPLAINED[own.problem ?? ''] : 'listed').toBeDefined()
      continue
    }
    // Undecided by poppler: time stamps, and curves and hashes that its library lacks.
    if (other.valid !== null) expect(own.intact).toBe(other.valid)
    expect(own.coversWholeDocument).toBe(other.whole)
  }
}

const cast = aCast()
const own = (key: 'rsa' | 'p256' | 'p384' | 'p521' | 'brainpool' | 'ed25519'): Signer =>
  aSigner({ name: 'Karin Vogt', organisation: 'Ottermill Paper GmbH', issuer: cast.authority, key })

const ALGORITHMS: Readonly<Record<string, Partial<SigningParts>>> = {
  'RSA with SHA-256': { signer: own('rsa') },
  'RSA with SHA-512': { signer: own('rsa'), hash: 'sha512' },
  'RSA with SHA-3': { signer: own('rsa'), hash: 'sha3-256' },
  'RSA-PSS': { signer: own('rsa'), pss: true },
  'P-256': { signer: own('p256') },
  'P-384': { signer: own('p384'), hash: 'sha384' },
  'P-521': { signer: own('p521'), hash: 'sha512' },
  'a Brainpool curve': { signer: own('brainpool') },
  Ed25519: { signer: own('ed25519'), hash: 'sha512' },
  'RSA without signed attributes': { signer: own('rsa'), withoutAttributes: true },
}

describe('signatures of every algorithm', () => {
  it.for(Object.entries(ALGORITHMS))(
    'are intact whole and broken with one byte changed: %s',
    async ([, parts]) => {
      const bytes = signPdf(await unsigned(), { signer: cast.customer, ...parts })
      const [signature] = (await readHere(bytes)).signatures
      expect(signature).toMatchObject({
        intact: true,
        problem: null,
        changedAfterSigning: false,
        coversWholeDocument: true,
      })
      const spoilt = Buffer.from(bytes)
      spoilt.write('9', spoilt.indexOf('/MediaBox') + 11, 'latin1')
      const [broken] = (await readHere(spoilt)).signatures
      expect(broken?.intact).toBe(false)
    },
  )

  it.for([
    ['SHA-1', { hash: 'sha1' }, 'algorithm_weak'],
    ['RSA-PSS with another hash for its mask', { pss: true, maskHash: 'sha512' }, 'algorithm_unknown'],
    ['a container that is none', { container: () => Buffer.from('0500', 'hex') }, 'container_unreadable'],
    [
      'words behind the container',
      { container: (made: Uint8Array) => Buffer.concat([made, Buffer.from('more')]) },
      'container_unreadable',
    ],
    ['the certificate of another', { swapped: aCast().partner }, 'container_unreadable'],
    ['bare RSA', { subFilter: 'adbe.x509.rsa_sha1' }, 'not_cms'],
  ] as const)('stay open, never broken and never intact: %s', async ([, parts, problem]) => {
    const bytes = signPdf(await unsigned(), { signer: cast.customer, ...parts })
    const [signature] = (await readHere(bytes)).signatures
    expect(signature).toMatchObject({ intact: null, problem })
  })
})

describe('against pdfsig of poppler', () => {
  beforeEach(({ skip }) => skip(!hasPdfsig, 'no pdfsig'))

  const made: readonly Forgery[] = signatureForgeries(cast)
  const papers = made.flatMap(({ kind, hostile, clean }) =>
    Object.entries({ ...hostile, ...clean }).map(([title, bytes]) => [`${kind}: ${title}`, bytes] as const),
  )

  it.for(papers)('agrees on %s', async ([, bytes]) => {
    const paper = await bytes()
    expectAgreement((await readHere(paper)).signatures, paper)
  })

  it.for(Object.entries(ALGORITHMS))('agrees on %s', async ([name, parts]) => {
    const paper = signPdf(await unsigned(), { signer: cast.customer, ...parts })
    // Its library lacks this curve and calls the signature invalid, not undecided.
    if (name === 'a Brainpool curve') expect(pdfsigOf(paper)[0]?.valid).not.toBe(true)
    else expectAgreement((await readHere(paper)).signatures, paper)
  })

  it('agrees on two signatures in one paper', async () => {
    const one = signPdf(await unsigned(), { signer: cast.customer })
    const two = signPdf(one, { signer: cast.partner, field: 'Signature2', box: PARTNER_BOX })
    const { signatures } = await readHere(two)
    expect(signatures.map(({ intact, changedAfterSigning }) => [intact, changedAfterSigning])).toEqual([
      [true, false],
      [true, false],
    ])
    expectAgreement(signatures, two)
  })

  const signed = corpusCases(CORPUS)
    .filter(({ isControl }) => !isControl)
    .flatMap(({ files }) => files)
    .filter(({ path }) => path.endsWith('.pdf') && readFileSync(path).includes('/ByteRange'))

  it.for(signed)('agrees on the labelled paper $name', async ({ path }) => {
    const bytes = new Uint8Array(readFileSync(path))
    expectAgreement((await readHere(bytes)).signatures, bytes)
  })
})
