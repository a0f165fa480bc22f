import type { Picture } from './marks.ts'
import type { PDFPageProxy } from './pdfjs.ts'

/** pdf.js's marks for how pixels lie in their bytes: a bit, three bytes, four with an alpha channel. */
export const BITS = 1
const RGB = 2
export const RGBA = 3

export interface DecodedPicture {
  readonly width: number
  readonly height: number
  readonly kind: typeof BITS | typeof RGB | typeof RGBA
  readonly data: Uint8Array | Uint8ClampedArray
}

const WAIT_MS = 2000

/** The decoded picture as the parser has it. Null where it did not come, or in a shape that is not known. */
export async function pixelsOf(
  page: PDFPageProxy,
  { objectId, inline }: Picture,
): Promise<DecodedPicture | null> {
  // A mask that is painted more than once is kept under a name, too.
  const data: unknown = typeof inline === 'object' && inline !== null ? Reflect.get(inline, 'data') : null
  const name = objectId ?? (typeof data === 'string' ? data : null)
  return decodedPicture(name === null ? inline : await objectNamed(page, name))
}

/** By hand and without a schema: the parser's process loads what it parses with, and nothing else. */
function decodedPicture(kept: unknown): DecodedPicture | null {
  if (typeof kept !== 'object' || kept === null) return null
  const get = (key: string): unknown => Reflect.get(kept, key)
  const [width, height, data] = [get('width'), get('height'), get('data')]
  // A mask does not say how its pixels lie: they are bits.
  const kind = get('kind') ?? BITS
  const isKnown = kind === BITS || kind === RGB || kind === RGBA
  const isBytes = data instanceof Uint8Array || data instanceof Uint8ClampedArray
  if (!isKnown || !isBytes || !isSide(width) || !isSide(height)) return null
  return { width, height, kind, data }
}

const isSide = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0

function objectNamed(page: PDFPageProxy, name: string): Promise<unknown> {
  const store = name.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), WAIT_MS)
    store.get(name, (data: unknown) => {
      clearTimeout(timer)
      resolve(data)
    })
  })
}
