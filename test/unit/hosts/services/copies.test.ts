import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  downloadsFolder,
  harmlessName,
  placeInDownloads,
} from '../../../../src-main/hosts/services/copies.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

const BYTES = new TextEncoder().encode('a signed paper')

describe('a copy of a document', () => {
  it('never takes the place of a file that is there', async () => {
    const folder = aTempFolder()
    for (const expected of ['sow.pdf', 'sow (2).pdf', 'sow (3).pdf']) {
      const place = await placeInDownloads('sow.pdf', folder)
      await place.write(BYTES)
      expect(basename(place.where)).toBe(expected)
      expect(readFileSync(place.where, 'utf8')).toBe('a signed paper')
    }
  })

  it('fails rather than overwrite what came while the person waited', async () => {
    const place = await placeInDownloads('sow.pdf', aTempFolder())
    writeFileSync(place.where, 'mine')
    await expect(place.write(BYTES)).rejects.toThrow('EEXIST')
    expect(readFileSync(place.where, 'utf8')).toBe('mine')
  })

  it.each([
    ['../../.bashrc', '_.._.bashrc'],
    ['C:\\Windows\\x.exe', 'C__Windows_x.exe'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['CON.pdf', 'document CON.pdf'],
    ['\u0000\n', 'document'],
    ['Prova di esecuzione, è firmata.pdf', 'Prova di esecuzione, è firmata.pdf'],
  ])('gets a harmless name out of %j', (told, name) => {
    expect(harmlessName(told)).toBe(name)
  })

  it('keeps its ending, however long its name is', () => {
    const name = harmlessName(`${'x'.repeat(400)}.pdf`)
    expect(name.length).toBeLessThan(140)
    expect(name.endsWith('x.pdf')).toBe(true)
  })

  it('goes where the desktop says that downloads go, else to Downloads, else home', () => {
    const home = aTempFolder()
    expect(downloadsFolder({}, home)).toBe(home)
    mkdirSync(join(home, 'Downloads'))
    expect(downloadsFolder({}, home)).toBe(join(home, 'Downloads'))
    mkdirSync(join(home, '.config'))
    mkdirSync(join(home, 'Scaricati'))
    writeFileSync(join(home, '.config/user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/Scaricati"\n')
    expect(downloadsFolder({}, home)).toBe(join(home, 'Scaricati'))
  })
})
