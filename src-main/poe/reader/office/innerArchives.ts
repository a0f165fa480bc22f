import type { ZipFile } from './zipFile.ts'

/** How archives begin. Packed metafiles are no archives, though they begin like one. */
const MARKS: readonly string[] = [
  'PK\x03\x04',
  'PK\x05\x06',
  '7z\xbc\xaf\x27\x1c',
  'Rar!\x1a\x07',
  '\x1f\x8b\x08',
  '\xfd7zXZ',
  'BZh',
]
const PACKED_PICTURE = /\.(?:emz|wmz|svgz)$/iu
const IS_READ = /\.(?:xml|rels|vml)$|\/embeddings\/[^/]+$/iu

/** Archives among the parts, whatever their names say. Nothing unpacks them: they are named. */
export function archivesIn(zip: ZipFile): string[] {
  return zip.names
    .filter((name) => !name.endsWith('/') && !IS_READ.test(name) && !PACKED_PICTURE.test(name))
    .filter((name) => {
      const head = Buffer.from(zip.beginningOf(name)).toString('latin1')
      return MARKS.some((mark) => head.startsWith(mark))
    })
}
