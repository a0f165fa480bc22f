import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type BuildPart, resultsOf } from '../../../../src-main/hosts/launcher/buildParts.ts'
import { ensureBuilt } from '../../../../src-main/hosts/launcher/ensureBuilt.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function aProduct(): string {
  const root = aTempFolder()
  write(root, 'package-lock.json', '{}')
  write(root, 'src-main/domain/rule.ts', 'one')
  write(root, 'src-renderer/main.tsx', 'one')
  write(root, 'src-renderer/viewer-frame/main.ts', 'one')
  write(root, 'src-preload/electron.ts', 'one')
  return root
}

/** Stands in for Vite: leaves the files that a build of each part leaves, with the sources' text in them. */
function aBuilder() {
  const built: (readonly BuildPart[])[] = []
  const build = async (root: string, parts: readonly BuildPart[], folder: string) => {
    built.push(parts)
    for (const part of parts) {
      const text = readFileSync(join(root, 'src-main/domain/rule.ts'), 'utf8')
      for (const file of resultsOf(part)) write(folder, `${part}/${file}`, text)
    }
  }
  return { built, build }
}

const quiet = () => undefined
const PARTS = ['main', 'preload', 'door', 'renderer', 'viewer'] as const

describe('ensuring that the product is built', () => {
  it('builds everything once and nothing the second time', async () => {
    const root = aProduct()
    const { built, build } = aBuilder()
    await ensureBuilt({ root, parts: PARTS, say: quiet, build })
    await ensureBuilt({ root, parts: PARTS, say: quiet, build })
    expect(built).toEqual([PARTS])
  })

  it('builds again only what a change touches', async () => {
    const root = aProduct()
    const { built, build } = aBuilder()
    const ensure = () => ensureBuilt({ root, parts: PARTS, say: quiet, build })
    await ensure()
    for (const path of [
      'src-main/domain/rule.ts',
      'src-renderer/main.tsx',
      'src-renderer/viewer-frame/main.ts',
      'resources/locales/en.json',
      'package-lock.json',
      'src-main/hosts/launcher/start.ts',
    ]) {
      write(root, path, 'two')
      await ensure()
    }
    expect(built.slice(1)).toEqual([['main'], ['renderer'], ['viewer'], ['renderer'], [...PARTS]])
  })

  it('looks at contents, not at times', async () => {
    const root = aProduct()
    const { built, build } = aBuilder()
    await ensureBuilt({ root, parts: PARTS, say: quiet, build })
    utimesSync(join(root, 'src-main/domain/rule.ts'), new Date(), new Date())
    await ensureBuilt({ root, parts: PARTS, say: quiet, build })
    expect(built.length).toBe(1)
  })

  it('builds again what somebody removed', async () => {
    const root = aProduct()
    const { built, build } = aBuilder()
    await ensureBuilt({ root, parts: PARTS, say: quiet, build })
    rmSync(join(root, 'out/main/reader.js'))
    await ensureBuilt({ root, parts: PARTS, say: quiet, build })
    expect(built.slice(1)).toEqual([['main']])
  })

  it('never takes half a build for a whole one', async () => {
    const root = aProduct()
    const { built, build } = aBuilder()
    const half = async (_root: string, _parts: readonly BuildPart[], folder: string) => {
      write(folder, 'main/index.js', 'half')
      throw new Error('cut short')
    }
    await expect(ensureBuilt({ root, parts: ['main'], say: quiet, build: half })).rejects.toThrow('cut short')
    expect(existsSync(join(root, 'out/main'))).toBe(false)
    expect(readdirSync(join(root, 'out'))).toEqual([])
    await ensureBuilt({ root, parts: ['main'], say: quiet, build })
    expect(built).toEqual([['main']])
  })

  it('keeps the last whole build when the next one fails', async () => {
    const root = aProduct()
    const { build } = aBuilder()
    await ensureBuilt({ root, parts: ['main'], say: quiet, build })
    write(root, 'src-main/domain/rule.ts', 'two')
    const failing = () => Promise.reject(new Error('does not compile'))
    await expect(ensureBuilt({ root, parts: ['main'], say: quiet, build: failing })).rejects.toThrow()
    expect(readFileSync(join(root, 'out/main/index.js'), 'utf8')).toBe('one')
    await expect(ensureBuilt({ root, parts: ['main'], say: quiet, build: failing })).rejects.toThrow()
  })

  it('says which files a build did not give', async () => {
    const root = aProduct()
    const build = async (_root: string, _parts: readonly BuildPart[], folder: string) =>
      write(folder, 'main/index.js', 'x')
    await expect(ensureBuilt({ root, parts: ['main'], say: quiet, build })).rejects.toThrow(
      'The build of main gave no utility.js, loopback.js, hub.js, cli.js, reader.js, painter.js, recogniser.js.',
    )
  })

  it('is done once for two who start at the same time', async () => {
    const root = aProduct()
    const { built, build } = aBuilder()
    const lines: string[] = []
    const ensure = () => ensureBuilt({ root, parts: PARTS, say: (line) => void lines.push(line), build })
    await Promise.all([ensure(), ensure(), ensure()])
    expect(built.length).toBe(1)
    expect(lines.filter((line) => line.startsWith('Another start')).length).toBe(2)
  })

  it('takes the lock over from a build that was killed, and removes what it left', async () => {
    const root = aProduct()
    const { built, build } = aBuilder()
    write(root, 'out/.lock', '4194305')
    write(root, 'out/.staging-4194305/main/index.js', 'half')
    await ensureBuilt({ root, parts: ['main'], say: quiet, build })
    expect(built).toEqual([['main']])
    expect(readdirSync(join(root, 'out')).toSorted()).toEqual(['.fingerprint', 'main'])
  })
})
