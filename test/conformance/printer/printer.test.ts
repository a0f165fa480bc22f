import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ElectronApi } from '../../../src-main/hosts/electron/electronApi.ts'
import { createWindowPrinter } from '../../../src-main/hosts/electron/windowPrinter.ts'
import { createBrowserPrinter } from '../../../src-main/hosts/loopback/browserPrinter.ts'
import { findBrowser } from '../../../src-main/hosts/loopback/findBrowser.ts'
import type { Printer } from '../../../src-main/workstation/ports.ts'
import { aTempFolder } from '../../builders/tempFolder.ts'
import * as fake from '../../fakes/electron/electron.ts'
import { textOfPdf } from './poppler.ts'

interface OpenPrinter {
  readonly printer: Printer
  /** What a print has left on the machine. */
  left(): readonly string[]
  textOf(pdf: Uint8Array): Promise<string>
}

function aBrowserPrinter(limitMs?: number): OpenPrinter {
  const folder = join(aTempFolder(), 'printing')
  const isRoot = process.getuid?.() === 0
  const options = { findBrowser: () => findBrowser(), folder, isRoot }
  return {
    printer: createBrowserPrinter({ ...options, ...(limitMs !== undefined && { limitMs }) }),
    left: () => (existsSync(folder) ? readdirSync(folder) : []),
    textOf: textOfPdf,
  }
}

function aWindowPrinter(limitMs?: number): OpenPrinter {
  // The fake holds each part to Electron's own type; as a whole it has less than Electron.
  const electron = fake as unknown as ElectronApi
  fake.record.printsForEver = limitMs !== undefined
  const before = fake.record.windows.length
  return {
    printer: createWindowPrinter(electron, limitMs),
    left: () =>
      fake.record.windows
        .slice(before)
        .filter((window) => !window.isDestroyed())
        .map(() => 'window'),
    textOf: (pdf) => Promise.resolve(Buffer.from(pdf).toString('utf8')),
  }
}

const page = (words: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${words}</title></head><body><h1>${words}</h1></body></html>`

describe.each([
  ['a browser without a window', aBrowserPrinter],
  ['an unseen window of Electron', aWindowPrinter],
] as const)('the printer, %s', (_, open) => {
  it('is there, makes a PDF of a page, and leaves nothing behind', async () => {
    const { printer, left, textOf } = open()
    expect(await printer.isThere()).toBe(true)
    const pdf = await printer.print(page('Perché no'))
    expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-')
    expect(await textOf(pdf)).toContain('Perché no')
    expect(left()).toEqual([])
  })

  it('keeps two pages that are printed at once apart', async () => {
    const { printer, left, textOf } = open()
    const [one, two] = await Promise.all([printer.print(page('First')), printer.print(page('Second'))])
    expect(await textOf(one)).not.toContain('Second')
    expect(await textOf(two)).toContain('Second')
    expect(left()).toEqual([])
  })

  it('gives up a page that takes longer than its time, and leaves nothing of it behind', async () => {
    const { printer, left } = open(0)
    await expect(printer.print(page('Never'))).rejects.toThrow('too long')
    expect(left()).toEqual([])
  })
})
