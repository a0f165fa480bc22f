import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listSources, readSource, ROOT } from './sourceFiles.ts'

const OURS = listSources('src-main', 'src-preload', 'src-renderer', 'test')
const SHIPPED = listSources('src-main', 'src-preload', 'src-renderer')

describe('the house', () => {
  it('has nothing at its top level but what belongs there', () => {
    const known = [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'electron.vite.config.ts',
      'src-main',
      'src-renderer',
      'src-preload',
      'resources',
      'test',
      'README.md',
      'LICENSE',
      'SECURITY.md',
    ]
    const made = ['node_modules', 'out', 'test-results', 'playwright-report', 'coverage']
    const strangers = readdirSync(ROOT).filter(
      (name) => !name.startsWith('.') && ![...known, ...made].includes(name),
    )
    expect(strangers).toEqual([])
  })

  it('has no file over 400 lines', () => {
    expect(OURS.filter((path) => readSource(path).split('\n').length > 401)).toEqual([])
  })

  it('has no room for things that have no name', () => {
    const nameless = /(^|\/)(utils?|helpers?|manager|common|misc|data|info)(\.|\/)/i
    expect(OURS.filter((path) => nameless.test(path))).toEqual([])
  })

  it('has a README of at most 30 lines in every main folder', () => {
    const folders = [
      'src-main/domain',
      'src-main/poe',
      'src-main/workstation',
      'src-main/store',
      'src-main/hub',
      'src-main/hosts',
      'src-preload/contract',
      'src-preload/words',
      'src-renderer',
      'test',
    ]
    const bad = folders.filter((folder) => {
      const file = join(ROOT, folder, 'README.md')
      return !existsSync(file) || readFileSync(file, 'utf8').trimEnd().split('\n').length > 30
    })
    expect(bad).toEqual([])
  })

  it('ships no branch for tests, no leftover note and no machine path', () => {
    const forbidden =
      /NODE_ENV\s*===?\s*['"]test|\bTODO\b|\bFIXME\b|@ts-ignore|@ts-nocheck|(?<![\w.])\/(work|root|farm)\//
    expect(SHIPPED.filter((path) => forbidden.test(readSource(path)))).toEqual([])
  })
})
