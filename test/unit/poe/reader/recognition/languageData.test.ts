import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { READER_FOLDERS } from '../../../../builders/poe/readers.ts'

const LANGUAGES = ['deu', 'eng', 'fra', 'ita', 'jpn', 'nld', 'pol', 'por', 'spa']
const DEBIAN = '/usr/share/tesseract-ocr/5/tessdata'
const named = (language: string): string => `${language}.traineddata`

describe('the language data of recognition', () => {
  it('are there for all nine languages', () => {
    const files = readdirSync(READER_FOLDERS.ocrDir).filter((name) => name.endsWith('.traineddata.gz'))
    expect(files).toEqual(LANGUAGES.map((language) => `${named(language)}.gz`))
  })

  it.runIf(existsSync(DEBIAN)).each(LANGUAGES)(
    'are for %s those of the release that is named',
    (language) => {
      const ours = gunzipSync(readFileSync(join(READER_FOLDERS.ocrDir, `${named(language)}.gz`)))
      expect(ours.equals(readFileSync(join(DEBIAN, named(language))))).toBe(true)
    },
  )
})
