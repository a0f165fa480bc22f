import type { FlowInlay } from '../flow/flowParts.ts'
import { pictureSize } from '../office/pictures.ts'
import { sniffType } from '../sniffType.ts'
import type { InlaySaid, UndrawnReason } from '../../facts/documentLook.ts'
import { PICTURE_MAX_PIXELS, PICTURE_TYPES } from '../pictures/pictureTypes.ts'
import { readTarget } from './linkTargets.ts'

/** A picture as the markup asks for it. Points; null = the markup does not say. */
export interface AskedPicture {
  readonly source: string
  readonly alt: string
  readonly width: number | null
  readonly height: number | null
  /** Style or size keep it from being seen. */
  readonly isHidden: boolean
}

/** What is shown beside the words of a page of HTML, in its order. Ids are places in `said`. */
export class Inlays {
  readonly said: InlaySaid[] = []
  /** The bytes of pictures, each once. Nothing of them was decoded. */
  readonly pictures: Uint8Array[] = []
  readonly #message: ReadonlyMap<string, Uint8Array>
  readonly #known = new Map<string, Held>()
  #count = 0

  /** `message` holds the parts of the same message, and of no other, by their Content-ID without brackets. */
  constructor(message: ReadonlyMap<string, Uint8Array> = new Map()) {
    this.#message = message
  }

  /** Null = nothing of it stands on the page. */
  picture(asked: AskedPicture): FlowInlay | null {
    const { source, isHidden } = asked
    const alt = plainText(asked.alt)
    const bytes = this.#bytesOf(source)
    // Of what lies elsewhere also the unseen is said: it is there to tell somebody that the mail was opened.
    if (bytes === 'elsewhere') return this.#elsewhere({ ...asked, alt })
    if (isHidden) return null
    const held = this.#hold(source, bytes)
    const size = sizeOf(asked, held.pixels)
    if ('why' in held) return this.#put({ kind: 'undrawn', alt, why: held.why }, boxFor(size))
    const { picture, pixels } = held
    return this.#put({ kind: 'picture', alt, picture, widthPx: pixels.width, heightPx: pixels.height }, size)
  }

  /** What the markup draws itself, or would play: named, never drawn. */
  undrawn(why: UndrawnReason, alt = ''): FlowInlay | null {
    return this.#put({ kind: 'undrawn', alt: plainText(alt), why }, BOX)
  }

  /** Null where the words say by themselves where they lead, or it leads nowhere. */
  link(text: string, href: string): FlowInlay | null {
    const shown = plainText(text)
    const target = readTarget(shown, href)
    if (target === null) return null
    return this.#put({ kind: 'link', text: shown, ...target }, { width: null, height: LINE_PT })
  }

  #elsewhere(asked: AskedPicture): FlowInlay | null {
    const size = sizeOf(asked, null)
    const said = { kind: 'elsewhere', alt: asked.alt, address: addressOf(asked.source) } as const
    const isBox = !asked.isHidden && size.width >= LEAST_BOX.width && size.height >= LEAST_BOX.height
    return this.#put(said, isBox ? size : { width: null, height: LINE_PT })
  }

  #put(said: InlaySaid, size: { readonly width: number | null; readonly height: number }): FlowInlay | null {
    this.#count += 1
    if (this.#count > MOST_INLAYS) return null
    return { kind: 'inlay', id: this.said.push(said) - 1, ...size }
  }

  #bytesOf(source: string): Uint8Array | 'elsewhere' | null {
    if (/^cid:/iu.test(source)) return this.#message.get(unescaped(source.slice(4))) ?? null
    return /^data:/iu.test(source) ? bytesOfData(source) : 'elsewhere'
  }

  #hold(source: string, bytes: Uint8Array | null): Held {
    const known = this.#known.get(source)
    if (known) return known
    const held = this.#look(bytes)
    this.#known.set(source, held)
    return held
  }

  #look(bytes: Uint8Array | null): Held {
    if (bytes === null || bytes.length === 0) return { why: 'missing', pixels: null }
    if (!PICTURE_TYPES.has(sniffType(bytes))) return { why: 'type', pixels: null }
    const pixels = pictureSize(bytes)
    if (pixels && pixels.width * pixels.height > PICTURE_MAX_PIXELS) return { why: 'too_large', pixels }
    if (this.pictures.length >= MOST_PICTURES) return { why: 'too_many', pixels }
    return { picture: this.pictures.push(bytes) - 1, pixels: pixels ?? { width: 0, height: 0 } }
  }
}

interface Pixels {
  readonly width: number
  readonly height: number
}
type Held =
  | { readonly picture: number; readonly pixels: Pixels }
  | { readonly why: UndrawnReason; readonly pixels: Pixels | null }

/** More than any honest page has; what comes behind them is not shown beside the words. */
const MOST_INLAYS = 1000
const MOST_PICTURES = 40
const LINE_PT = 10
const PX_TO_PT = 0.75
const LONGEST_TEXT = 160
const LONGEST_ADDRESS = 2000
/** A box smaller than this has no room for words; they get a line of their own. */
const LEAST_BOX: Pixels = { width: 110, height: 24 }
/** Of what does not say its size. */
const BOX = { width: 160, height: 30 }
const HIGHEST_PT = 700

/** Points: as the markup says, else as many as the picture's own pixels. */
function sizeOf(
  { width, height }: Pick<AskedPicture, 'width' | 'height'>,
  pixels: Pixels | null,
): { width: number; height: number } {
  const own =
    pixels && pixels.width > 0 && pixels.height > 0
      ? { width: pixels.width * PX_TO_PT, height: pixels.height * PX_TO_PT }
      : BOX
  const wide = width ?? (height === null ? own.width : (own.width * height) / own.height)
  const high = height ?? (width === null ? own.height : (own.height * width) / own.width)
  const scale = Math.min(1, HIGHEST_PT / Math.max(1, high))
  return { width: clamp(wide * scale), height: clamp(high * scale) }
}

const boxFor = ({ width, height }: Pixels): Pixels => ({
  width: Math.max(width, LEAST_BOX.width),
  height: Math.max(height, LEAST_BOX.height),
})

const clamp = (points: number): number => (Number.isFinite(points) ? Math.min(2000, Math.max(1, points)) : 1)

/** Without signs that steer a line, and no longer than a line may be. */
export const plainText = (text: string): string =>
  text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TEXT)

const addressOf = (source: string): string => source.replace(/[\p{C}\s]+/gu, '').slice(0, LONGEST_ADDRESS)

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The bytes that an address of the kind `data:` holds; null when it is none that a program could read. */
function bytesOfData(source: string): Uint8Array | null {
  const comma = source.indexOf(',')
  if (comma < 0) return null
  const content = source.slice(comma + 1)
  if (/;\s*base64\s*$/iu.test(source.slice(0, comma))) return Buffer.from(unescaped(content), 'base64')
  return Buffer.from(unescaped(content), 'latin1')
}
