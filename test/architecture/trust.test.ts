import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHECKLIST } from '../trust/checklist/index.ts'
import { answerOf, type RanTest } from '../trust/answer.ts'
import {
  alsoInElectron,
  elsewhere,
  inElectron,
  owed,
  type ProvingTests,
  tests,
  type TrustRow,
} from '../trust/trustRow.ts'
import { aTempFolder } from '../builders/tempFolder.ts'

const GROUPS = { E: 20, B: 8, D: 11, L: 6, K: 6, R: 6, P: 8, Y: 9, T: 3, H: 5 } as const
const TRICKS = 50

const proving = CHECKLIST.flatMap(({ id, proofs }) =>
  proofs.filter((proof): proof is ProvingTests => 'titles' in proof).map((proof) => ({ id, proof })),
)

/** A suite that several files run stands beside them. */
const sources = new Map<string, string>()
function sourceAround(file: string): string {
  const folder = dirname(file)
  const known = sources.get(folder)
  if (known !== undefined) return known
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  sources.set(folder, text)
  return text
}

const SHORTEST_BEGINNING = 6

/** As it is, or with a value in its place from some word on: of such a title the beginning stands in the file. */
function written(title: string, text: string): boolean {
  if (text.includes(title)) return true
  const ends = Array.from(
    { length: Math.max(0, title.length - SHORTEST_BEGINNING + 1) },
    (_, at) => title.length - at,
  )
  return ends.some((end) => ['%s', '$'].some((value) => text.includes(`${title.slice(0, end)}${value}`)))
}

describe('the list of promises about trust', () => {
  it('has every one of them once, in order', () => {
    const ids = [
      ...Object.entries(GROUPS).flatMap(([group, count]) =>
        Array.from({ length: count }, (_, at) => `${group}${at + 1}`),
      ),
      ...Array.from({ length: TRICKS }, (_, at) => `C${String(at + 1).padStart(2, '0')}`),
    ]
    expect(CHECKLIST.map(({ id }) => id)).toEqual(ids)
  })

  it.each(proving)('$id names tests that exist in $proof.file', ({ proof: { file, titles } }) => {
    const text = sourceAround(file)
    expect(titles.filter((title) => !written(title, text))).toEqual([])
  })
})

describe('what a row of it comes to', () => {
  const file = 'test/unit/some.test.ts'
  const row = (...proofs: TrustRow['proofs']): TrustRow => ({ id: 'E1', says: 'Nothing leaks.', proofs })
  const ran = (title: string, status: RanTest['status']): RanTest => ({ file, title, status })
  const statusOf = async (of: TrustRow, ...all: readonly RanTest[]) => (await answerOf(of, '', all)).status

  it('holds only by tests that ran and held, every one that begins as named', async () => {
    const named = row(tests(file, 'keeps'))
    expect(await statusOf(named, ran('keeps one', 'passed'), ran('keeps two', 'passed'))).toBe('pass')
    expect(await statusOf(named, ran('keeps one', 'passed'), ran('keeps two', 'failed'))).toBe('fail')
    expect(await statusOf(named, ran('keeps one', 'skipped'))).toBe('fail')
    expect(await statusOf(named, { ...ran('keeps one', 'passed'), file: 'test/unit/other.test.ts' })).toBe(
      'fail',
    )
    expect(await statusOf(named)).toBe('fail')
  })

  it('is broken by one proof, and shown by none that cannot be tried here', async () => {
    const held = ran('keeps one', 'passed')
    const away = elsewhere('There is no binary.', 'npm test -- electron')
    expect(await statusOf(row(tests(file, 'keeps'), owed('the rest')), held)).toBe('fail')
    expect(await statusOf(row(tests(file, 'keeps'), away), held)).toBe('not_testable_here')
    expect(await statusOf(row(away, owed('the rest')))).toBe('fail')
    const inBinary = inElectron(file, 'keeps')
    expect(await answerOf(row(tests(file, 'keeps'), inBinary), '', [held])).toMatchObject({
      status: 'not_testable_here',
      how: expect.stringContaining(`npm run electron:install && npm test -- electron ${file}`),
    })
    expect(await statusOf(row(tests(file, 'keeps'), alsoInElectron(file, 'other')), held)).toBe('pass')
    const broken = { by: 'look', how: 'look', find: () => Promise.reject(new Error('no line')) } as const
    expect(await answerOf(row(broken), '', [])).toMatchObject({
      status: 'fail',
      evidence: expect.stringContaining('no line'),
    })
  })

  it('is held in Electron’s own window where its binary is, by what ran there', async () => {
    const root = aTempFolder()
    mkdirSync(join(root, 'node_modules/electron/dist'), { recursive: true })
    writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron')
    writeFileSync(join(root, 'node_modules/electron/dist/electron'), '')
    const statusIn = async (of: TrustRow, ...all: readonly RanTest[]) =>
      (await answerOf(of, root, all)).status
    const named = row(inElectron(file, 'keeps'))
    expect(await statusIn(named, ran('keeps one', 'passed'))).toBe('pass')
    expect(await statusIn(named, ran('keeps one', 'failed'))).toBe('fail')
    expect(await statusIn(named)).toBe('fail')
    // A machine may have the binary and no sandbox to try it in.
    expect(await statusIn(named, ran('keeps one', 'skipped'))).toBe('not_testable_here')
    const further = row(tests(file, 'keeps'), alsoInElectron(file, 'other'))
    expect(await statusIn(further, ran('keeps one', 'passed'), ran('other', 'failed'))).toBe('fail')
  })
})
