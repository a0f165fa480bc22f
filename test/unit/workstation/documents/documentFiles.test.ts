import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createDocumentFiles,
  type DocumentKeys,
  hashOf,
} from '../../../../src-main/workstation/documents/documentFiles.ts'
import {
  SEALED_SEGMENT_BYTES,
  SEGMENT_BYTES,
} from '../../../../src-main/workstation/documents/sealedBytes.ts'
import { keysInStore } from '../../../../src-main/workstation/documents/documentKeys.ts'
import type { Sha256 } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aStore } from '../../../builders/store.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { createManualClock } from '../../../fakes/manualClock.ts'

const HEADER_BYTES = 8

/** Files under keys that lie in a map; the real ones lie in a database. */
function keysInMap(): DocumentKeys & { readonly made: Map<Sha256, Buffer> } {
  const made = new Map<Sha256, Buffer>()
  return {
    made,
    find: (sha256) => made.get(sha256) ?? null,
    make(sha256) {
      const key = randomBytes(32)
      made.set(sha256, key)
      return key
    },
    remove: (sha256) => void made.delete(sha256),
  }
}

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function* brokenAfter(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
  throw new Error('The line broke.')
}

function aFolder(keys: DocumentKeys = keysInMap()) {
  const folder = aTempFolder()
  const files = createDocumentFiles(folder, keys)
  const pathOf = (sha256: Sha256) => join(folder, sha256.slice(0, 2), sha256)
  const keep = async (bytes: Uint8Array, chunk = 10_000) => {
    const sha256 = hashOf(bytes)
    expect(await files.keep(sha256, bytes.length, 0, inChunks(bytes, chunk))).toBe('kept')
    return sha256
  }
  return { files, folder, pathOf, keep }
}

const sizes = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: -2, max: 2 }))
    .map(([segments, off]) => segments * SEGMENT_BYTES + off),
)

describe('a document on the disk', () => {
  it('comes back as it was, whatever its size and in whatever pieces it came', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1_000, max: 200_000 }), async (size, chunk) => {
        const { files, keep } = aFolder()
        const bytes = randomBytes(size)
        const sha256 = await keep(bytes, chunk)
        expect(await files.has(sha256)).toBe(true)
        expect(hashOf((await files.read(sha256)) ?? new Uint8Array([0]))).toBe(sha256)
      }),
      { numRuns: 40 },
    )
  })

  it('holds none of its words in the clear, and no two files look alike', async () => {
    const words = 'Contoso Iberia signed by Marta on 4 May. '
    const bytes = Buffer.from(words.repeat(5_000))
    const [one, other] = [aFolder(), aFolder()]
    const sha256 = await one.keep(bytes)
    await other.keep(bytes)
    const [first, second] = [readFileSync(one.pathOf(sha256)), readFileSync(other.pathOf(sha256))]
    expect([first.includes('Contoso'), second.includes('Contoso')]).toEqual([false, false])
    expect(first.subarray(HEADER_BYTES).equals(second.subarray(HEADER_BYTES))).toBe(false)
  })

  it('counts as gone when a bit of it was changed, wherever', async () => {
    const bytes = randomBytes(2 * SEGMENT_BYTES + 77)
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.nat(7),
        async (where, bit) => {
          const { files, keep, pathOf } = aFolder()
          const sha256 = await keep(bytes)
          const lying = readFileSync(pathOf(sha256))
          const at = Math.floor(where * lying.length)
          lying[at] = (lying[at] ?? 0) ^ (1 << bit)
          writeFileSync(pathOf(sha256), lying)
          expect(await files.read(sha256)).toBeNull()
          expect(await files.has(sha256)).toBe(false)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('counts as gone when it was cut, also where a segment ends', async () => {
    const { files, keep, pathOf } = aFolder()
    const sha256 = await keep(randomBytes(3 * SEGMENT_BYTES))
    const whole = readFileSync(pathOf(sha256))
    const ends = [0, 1, 2].map((segments) => HEADER_BYTES + segments * SEALED_SEGMENT_BYTES)
    for (const end of [...ends, 3, whole.length - 1]) {
      writeFileSync(pathOf(sha256), whole.subarray(0, end))
      expect([end, await files.read(sha256)]).toEqual([end, null])
    }
    writeFileSync(pathOf(sha256), Buffer.concat([whole, Buffer.alloc(SEALED_SEGMENT_BYTES)]))
    expect(await files.read(sha256)).toBeNull()
  })

  it('counts as gone when segments changed places, or one is there twice', async () => {
    const { files, keep, pathOf } = aFolder()
    const sha256 = await keep(randomBytes(3 * SEGMENT_BYTES))
    const whole = readFileSync(pathOf(sha256))
    const segment = (n: number) =>
      whole.subarray(HEADER_BYTES + n * SEALED_SEGMENT_BYTES, HEADER_BYTES + (n + 1) * SEALED_SEGMENT_BYTES)
    for (const order of [
      [1, 0, 2],
      [0, 0, 2],
      [0, 2, 1],
      [0, 2],
    ]) {
      writeFileSync(pathOf(sha256), Buffer.concat([whole.subarray(0, HEADER_BYTES), ...order.map(segment)]))
      expect([order, await files.read(sha256)]).toEqual([order, null])
    }
  })

  it('counts as gone under the name of another one, even with that one’s key', async () => {
    const keys = keysInMap()
    const { files, keep, pathOf } = aFolder(keys)
    const [one, other] = [await keep(randomBytes(500)), await keep(randomBytes(500))]
    copyFileSync(pathOf(one), pathOf(other))
    keys.made.set(other, keys.made.get(one) ?? Buffer.alloc(0))
    expect([await files.read(other), hashOf((await files.read(one)) ?? new Uint8Array())]).toEqual([
      null,
      one,
    ])
  })

  it('cannot be read any more once its key is gone, though the file were kept', async () => {
    const store = aStore()
    const keys = keysInStore(store, createManualClock())
    const { files, keep, pathOf } = aFolder(keys)
    const sha256 = await keep(Buffer.from('secret'))
    const lying = readFileSync(pathOf(sha256))
    files.remove(sha256)
    expect(statSync(pathOf(sha256), { throwIfNoEntry: false })).toBeUndefined()
    writeFileSync(pathOf(sha256), lying)
    expect(await files.read(sha256)).toBeNull()
    keys.make(sha256)
    expect(await files.read(sha256)).toBeNull()
  })

  it('that an older version left plain is read by its hash, and a plain one that was changed is not', async () => {
    const { files, pathOf } = aFolder()
    const bytes = Buffer.from('plain as it was')
    const sha256 = hashOf(bytes)
    mkdirSync(dirname(pathOf(sha256)), { recursive: true })
    writeFileSync(pathOf(sha256), bytes)
    expect(await files.read(sha256)).toEqual(bytes)
    writeFileSync(pathOf(sha256), 'plain as it was not')
    expect(await files.read(sha256)).toBeNull()
  })
})

describe('a document that came in parts', () => {
  it('is gone on with at the last whole segment, and no nonce is used twice', async () => {
    const { files, folder } = aFolder()
    const bytes = randomBytes(4 * SEGMENT_BYTES + 9)
    const sha256 = hashOf(bytes)
    const aside = join(folder, sha256.slice(0, 2), `${sha256}.part`)
    const nonceOf = (file: Buffer, n: number) => {
      const at = HEADER_BYTES + n * SEALED_SEGMENT_BYTES
      return `${file.subarray(at, at + 8).toString('hex')} ${n}`
    }
    await expect(
      files.keep(sha256, bytes.length, 0, brokenAfter(bytes.subarray(0, 2 * SEGMENT_BYTES + 100))),
    ).rejects.toThrow('The line broke.')
    expect(files.partOf(sha256)).toBe(2 * SEGMENT_BYTES)
    const before = readFileSync(aside)
    // What a crash left of a third segment.
    writeFileSync(aside, Buffer.concat([before, randomBytes(SEALED_SEGMENT_BYTES)]))
    expect(files.partOf(sha256)).toBe(2 * SEGMENT_BYTES)
    const from = files.partOf(sha256)
    await expect(
      files.keep(sha256, bytes.length, from, brokenAfter(bytes.subarray(from, from + 2 * SEGMENT_BYTES))),
    ).rejects.toThrow('The line broke.')
    const after = readFileSync(aside)
    expect(files.partOf(sha256)).toBe(3 * SEGMENT_BYTES)
    expect([nonceOf(after, 0), nonceOf(after, 1)]).toEqual([nonceOf(before, 0), nonceOf(before, 1)])
    expect(nonceOf(after, 2).split(' ')[0]).not.toBe(nonceOf(before, 0).split(' ')[0])
    const rest = inChunks(bytes.subarray(3 * SEGMENT_BYTES), 5_000)
    expect(await files.keep(sha256, bytes.length, 3 * SEGMENT_BYTES, rest)).toBe('kept')
    expect(hashOf((await files.read(sha256)) ?? new Uint8Array())).toBe(sha256)
    expect(files.partOf(sha256)).toBe(0)
  })

  it('is damaged when the parts are not of one document, or when more comes than there may be', async () => {
    const { files } = aFolder()
    const bytes = randomBytes(2 * SEGMENT_BYTES + 9)
    const sha256 = hashOf(bytes)
    const keep = (from: number, rest: Uint8Array) =>
      files.keep(sha256, bytes.length, from, inChunks(rest, 9_000))
    const begin = brokenAfter(randomBytes(SEGMENT_BYTES + 1))
    await expect(files.keep(sha256, bytes.length, 0, begin)).rejects.toThrow('The line broke.')
    expect(await keep(SEGMENT_BYTES, bytes.subarray(SEGMENT_BYTES))).toBe('damaged')
    expect(await keep(0, Buffer.concat([bytes, Buffer.alloc(1)]))).toBe('damaged')
    expect([files.partOf(sha256), await files.read(sha256)]).toEqual([0, null])
    expect(await keep(0, bytes)).toBe('kept')
  })

  it('begins anew when the key of its part is gone', async () => {
    const keys = keysInMap()
    const { files } = aFolder(keys)
    const bytes = randomBytes(3 * SEGMENT_BYTES)
    const sha256 = hashOf(bytes)
    const begin = brokenAfter(bytes.subarray(0, 2 * SEGMENT_BYTES))
    await expect(files.keep(sha256, bytes.length, 0, begin)).rejects.toThrow('The line broke.')
    keys.remove(sha256)
    expect(files.partOf(sha256)).toBe(0)
  })
})
