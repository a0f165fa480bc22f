import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFileLog } from '../../../../src-main/hosts/services/fileLog.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('the log file', () => {
  it('is one JSON line an entry, for its owner alone', () => {
    const file = join(aTempFolder(), 'log')
    const log = createFileLog(file, () => 0)
    log({ level: 'info', event: 'sync.ended', facts: { claims: 3 } })
    log({ level: 'debug', event: 'not wanted' })
    expect(linesOf(file)).toEqual([
      { at: '1970-01-01T00:00:00.000Z', level: 'info', event: 'sync.ended', claims: 3 },
    ])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('tells where an error came from and nothing of what it quotes', () => {
    const file = join(aTempFolder(), 'log')
    const log = createFileLog(file)
    for (const text of ['{"customer": "Northgate', '<Northgate>', '"Northgate']) {
      try {
        JSON.parse(text)
      } catch (error) {
        log({ level: 'error', event: 'a page was refused', error: new Error('feed', { cause: error }) })
        log({ level: 'error', event: 'a page was refused', error })
      }
    }
    expect(readFileSync(file, 'utf8')).not.toContain('Northgate')
    expect(linesOf(file)[1]).toMatchObject({ error: expect.stringMatching(/^SyntaxError: /) as string })
    expect(linesOf(file)[0]?.['stack']).toContain('fileLog.test.ts')
    expect(linesOf(file)[0]?.['because']).toContain('SyntaxError')
  })

  it('begins anew when it is full and keeps the one before', () => {
    const file = join(aTempFolder(), 'log')
    writeFileSync(file, `${'x'.repeat(4_999_990)}\n`)
    createFileLog(file)({ level: 'info', event: 'first of the new one' })
    expect(statSync(`${file}.1`).size).toBe(4_999_991)
    expect(linesOf(file).length).toBe(1)
  })

  it('does not take the work down when the disk refuses', () => {
    const file = join(aTempFolder(), 'log')
    mkdirSync(file)
    expect(() => createFileLog(file)({ level: 'error', event: 'x' })).not.toThrow()
  })
})
