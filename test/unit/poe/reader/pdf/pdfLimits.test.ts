import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openPdf, type PdfjsModule } from '../../../../../src-main/poe/reader/pdf/pdfjs.ts'

// The library's own build for browsers needs one; what it is told does not.
vi.mock('../../../../../src-renderer/viewer-frame/pdfjs.ts', () => ({ VerbosityLevel: { ERRORS: 0 } }))
afterEach(() => vi.unstubAllGlobals())

const root = resolve(import.meta.dirname, '../../../../..')

/** Options of `getDocument` under which a document cannot act, fetch or fill the memory (trust.md D2). */
const CLOSED = { enableXfa: false, useWorkerFetch: false, useSystemFonts: false }
const MOST_PIXELS = 50_000_000

function sourcesIn(folder: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
}

describe('what the PDF library is allowed', () => {
  it('is nothing but to parse, in the reader: a page that breaks off is no shorter page', () => {
    const getDocument = vi.fn<(options: object) => void>()
    // Of the module one function and one word are used here.
    const pdfjs = { getDocument, VerbosityLevel: { ERRORS: 0 } } as unknown as PdfjsModule
    openPdf(pdfjs, '/packages/pdfjs-dist', new Uint8Array())
    const [options] = getDocument.mock.calls[0] ?? []
    expect(options).toMatchObject({ ...CLOSED, stopAtErrors: true, useWasm: false })
    const { maxImageSize, canvasMaxAreaInBytes } = options as Record<string, number>
    expect(maxImageSize).toBeLessThanOrEqual(MOST_PIXELS)
    expect(canvasMaxAreaInBytes).toBeLessThanOrEqual(MOST_PIXELS * 4)
  })

  it('is nothing but to paint, in the frame, with what comes from its own origin', async () => {
    vi.stubGlobal('document', { baseURI: 'http://viewer.localhost:1/' })
    const { pdfOptions } = await import('../../../../../src-renderer/viewer-frame/pdfOptions.ts')
    const options = pdfOptions()
    expect(options).toMatchObject(CLOSED)
    expect(options.maxImageSize).toBeLessThanOrEqual(MOST_PIXELS)
    expect(options.canvasMaxAreaInBytes).toBeLessThanOrEqual(MOST_PIXELS * 4)
    const addresses = Object.values(options).filter((value) => typeof value === 'string')
    expect(addresses.length).toBeGreaterThan(0)
    for (const address of addresses) expect(new URL(address).origin).toBe('http://viewer.localhost:1')
  })

  it('never has forms filled in or scripts run', () => {
    const sources = [...sourcesIn('src-main/poe'), ...sourcesIn('src-renderer/viewer-frame')]
    const words = /ENABLE_FORMS|ENABLE_STORAGE|pdf\.sandbox|PDFScriptingManager|enableScripting/
    expect(sources.filter((text) => words.test(text))).toEqual([])
    expect(sources.some((text) => text.includes('AnnotationMode.ENABLE'))).toBe(true)
  })
})
