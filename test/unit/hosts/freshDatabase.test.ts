import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { putFreshDatabase } from '../../../src-main/hosts/hub/freshDatabase.ts'
import { aTempFolder } from '../../builders/tempFolder.ts'

function anEmptyOne(): string {
  const empty = join(aTempFolder(), 'empty')
  mkdirSync(join(empty, 'pg_wal', 'archive_status'), { recursive: true })
  writeFileSync(join(empty, 'PG_VERSION'), '17')
  return empty
}

describe('the database of a hub that starts for the first time', () => {
  it('is a copy of the empty one, with its empty folders', async () => {
    const folder = join(aTempFolder(), 'pg')
    await putFreshDatabase(folder, anEmptyOne())
    expect(readdirSync(folder)).toEqual(['PG_VERSION', 'pg_wal'])
    expect(existsSync(join(folder, 'pg_wal', 'archive_status'))).toBe(true)
  })

  it('is left alone when there is one', async () => {
    const folder = aTempFolder()
    writeFileSync(join(folder, 'base'), 'claims')
    await putFreshDatabase(folder, anEmptyOne())
    expect(readdirSync(folder)).toEqual(['base'])
  })

  it('takes nothing from a copy that was cut short', async () => {
    const folder = join(aTempFolder(), 'pg')
    mkdirSync(`${folder}.new`)
    writeFileSync(join(`${folder}.new`, 'half'), '')
    await putFreshDatabase(folder, anEmptyOne())
    expect(readdirSync(folder)).toEqual(['PG_VERSION', 'pg_wal'])
    expect(existsSync(`${folder}.new`)).toBe(false)
  })

  it('is made by the database itself where the build left no empty one', async () => {
    const folder = join(aTempFolder(), 'pg')
    await putFreshDatabase(folder, join(folder, 'nowhere'))
    expect(existsSync(folder)).toBe(false)
  })
})
