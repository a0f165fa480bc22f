import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listDocumentKeys, putDocumentKey } from '../../../../src-main/store/documentKeysRepo.ts'
import { isLocal, markLocal } from '../../../../src-main/store/documentsRepo.ts'
import { openStore, type Store } from '../../../../src-main/store/openStore.ts'
import {
  createDocumentFiles,
  hashOf,
  type KeepingStep,
} from '../../../../src-main/workstation/documents/documentFiles.ts'
import { keysInStore } from '../../../../src-main/workstation/documents/documentKeys.ts'
import { sealPlainFiles } from '../../../../src-main/workstation/documents/sealPlainFiles.ts'
import type { Sha256 } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { MIGRATIONS } from '../../../builders/store.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { createManualClock } from '../../../fakes/manualClock.ts'

const WORDS = 'the customer’s own words'
const PAPERS = [1, 2, 3].map((n) => Buffer.from(`${n} ${WORDS} `.repeat(4_000 * n)))

const pathIn = (profile: string, sha256: Sha256) => join(profile, 'documents', sha256.slice(0, 2), sha256)

function open(profile: string): Store {
  return openStore({ file: join(profile, 'workstation.db'), migrations: MIGRATIONS, now: 0, key: null })
}

/** As an older version left it: documents in the clear, and the begin of one that did not come whole. */
function aPlainProfile(): string {
  const profile = aTempFolder()
  const store = open(profile)
  for (const bytes of PAPERS) {
    const sha256 = hashOf(bytes)
    mkdirSync(dirname(pathIn(profile, sha256)), { recursive: true })
    writeFileSync(pathIn(profile, sha256), bytes)
    store.write((s) => markLocal(s, sha256, bytes.length, 0))
  }
  const cut = hashOf(Buffer.from('never came'))
  mkdirSync(dirname(pathIn(profile, cut)), { recursive: true })
  writeFileSync(`${pathIn(profile, cut)}.part`, WORDS)
  store.close()
  return profile
}

async function withFiles<T>(
  profile: string,
  work: (desk: ReturnType<typeof deskOf>) => Promise<T>,
): Promise<T> {
  const store = open(profile)
  try {
    return await work(deskOf(store, profile))
  } finally {
    store.close()
  }
}

function deskOf(store: Store, profile: string) {
  const files = createDocumentFiles(join(profile, 'documents'), keysInStore(store, createManualClock()))
  const seal = () =>
    sealPlainFiles(
      { store, files, emit: () => undefined, ports: { paths: { profile }, log: () => undefined } },
      () => false,
    )
  return { store, files, seal }
}

const filesIn = (profile: string): string[] =>
  readdirSync(join(profile, 'documents'), { recursive: true })
    .map((name) => join(profile, 'documents', String(name)))
    .filter((path) => /[0-9a-f]{64}(\.part)?$/u.test(path))

const plainIn = (profile: string) => filesIn(profile).filter((path) => readFileSync(path).includes(WORDS))

async function readAll(profile: string): Promise<boolean[]> {
  return withFiles(profile, ({ files }) =>
    Promise.all(
      PAPERS.map(async (bytes) => bytes.equals((await files.read(hashOf(bytes))) ?? Buffer.alloc(0))),
    ),
  )
}

const ALL = [true, true, true]

describe('documents that an older version left plain', () => {
  it('are sealed in their place and can be read before and after; parts of fetches go', async () => {
    const profile = aPlainProfile()
    expect([await readAll(profile), plainIn(profile).length]).toEqual([ALL, 4])
    await withFiles(profile, ({ seal }) => seal())
    expect([await readAll(profile), plainIn(profile), filesIn(profile).length]).toEqual([ALL, [], 3])
    const before = filesIn(profile).map((path) => readFileSync(path))
    await withFiles(profile, ({ seal }) => seal())
    expect(filesIn(profile).map((path) => readFileSync(path))).toEqual(before)
  })

  const STEPS: readonly KeepingStep[] = ['key made', 'written aside', 'verified', 'renamed']
  it.each(STEPS.flatMap((step) => [0, 1, 2].map((nth) => [step, nth] as const)))(
    'can all be read after a kill at “%s” of document %i, and are sealed by the next start',
    async (step, nth) => {
      const profile = aPlainProfile()
      const child = fork(
        join(import.meta.dirname, 'child/sealUntilKilled.ts'),
        [profile, MIGRATIONS, step, String(nth)],
        { execArgv: ['--experimental-transform-types', '--no-warnings'] },
      )
      const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
      expect(signal).toBe('SIGKILL')
      expect(await readAll(profile)).toEqual(ALL)
      await withFiles(profile, ({ seal }) => seal())
      expect([await readAll(profile), plainIn(profile), filesIn(profile).length]).toEqual([ALL, [], 3])
      expect(await withFiles(profile, async ({ store }) => store.read(listDocumentKeys).length)).toBe(3)
    },
    60_000,
  )

  it('that are not what their name says go, to be fetched anew', async () => {
    const profile = aPlainProfile()
    const sha256 = hashOf(PAPERS[0] ?? Buffer.alloc(0))
    writeFileSync(pathIn(profile, sha256), 'something else')
    const here = await withFiles(profile, async ({ seal, store }) => {
      await seal()
      return store.read((s) => isLocal(s, sha256))
    })
    expect([here, existsSync(pathIn(profile, sha256))]).toEqual([false, false])
  })
})

describe('the folder of documents at a start', () => {
  it('loses sealed files whose key is gone, and keys whose file is gone', async () => {
    const profile = aPlainProfile()
    await withFiles(profile, ({ seal }) => seal())
    const [first, second] = PAPERS.map(hashOf)
    const lost = hashOf(Buffer.from('lost'))
    await withFiles(profile, async ({ store, seal }) => {
      store.write((s) => {
        s.sqlite.prepare('delete from document_keys where sha256 = ?').run(first)
        putDocumentKey(s, lost, Buffer.alloc(32), 0)
        markLocal(s, lost, 4, 0)
      })
      await seal()
      const local = [first, second, lost].map((one) => store.read((s) => isLocal(s, one ?? lost)))
      expect(local).toEqual([false, true, false])
      expect(store.read(listDocumentKeys).includes(lost)).toBe(false)
    })
    expect(filesIn(profile).length).toBe(2)
  })
})
