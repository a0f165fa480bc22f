import type { DefaultTreeAdapterTypes } from 'parse5'
import { ownEntry } from '../../facts/ownEntry.ts'
import type { Cascade } from './css/cascade.ts'
import { lengthOf, ROOT_EM } from './css/lengths.ts'
import type { AskedPicture } from './inlays.ts'

type Element = DefaultTreeAdapterTypes.Element

const PX_TO_PT = 0.75
/** What a page of this width has of room for a picture of 100 %, in pixels. */
const COLUMN_PX = 641
/** Smaller ones are no pictures: they count who opened the mail, or hold a distance. */
const LEAST_PX = 4

/** The picture that an element stands for; null = it is none. */
export function askedPicture(element: Element, cascade: Cascade, isHidden: boolean): AskedPicture | null {
  const { tagName } = element
  const isButton = tagName === 'input' && of(element, 'type')?.toLowerCase() === 'image'
  if (tagName !== 'img' && !isButton) return null
  const source = of(element, 'src')?.trim() || (of(element, 'srcset')?.trim().split(/[\s,]/u)[0] ?? '')
  if (source === '') return null
  const [width, height] = [sideOf(element, cascade, 'width'), sideOf(element, cascade, 'height')]
  const isSpeck = [width, height].some((side) => side !== null && side < LEAST_PX)
  return {
    source,
    alt: of(element, 'alt') ?? '',
    width: width === null ? null : width * PX_TO_PT,
    height: height === null ? null : height * PX_TO_PT,
    isHidden: isHidden || isSpeck,
  }
}

/** Where what would play, or open as a page of its own, lies. */
export function playedFrom(element: Element): string[] {
  const names: Readonly<Record<string, readonly string[]>> = {
    iframe: ['src'],
    embed: ['src'],
    object: ['data'],
    video: ['src', 'poster'],
    audio: ['src'],
  }
  return (ownEntry(names, element.tagName) ?? []).flatMap((name) => filled(of(element, name)))
}

/** Pictures behind the words, as an element itself asks for them. */
export function addressesBehind(element: Element): string[] {
  const named = /url\(\s*["']?([^"')]+)/giu
  const inStyle = [...(of(element, 'style') ?? '').matchAll(named)].map(([, address]) => address ?? '')
  return [...filled(of(element, 'background')), ...inStyle]
}

const filled = (value: string | null): string[] => (value?.trim() ? [value.trim()] : [])

/** Pixels; null = neither style nor attribute says. */
function sideOf(element: Element, cascade: Cascade, side: 'width' | 'height'): number | null {
  const base = { em: ROOT_EM, of: COLUMN_PX }
  const isShare = (value: string): boolean => value.includes('%') && side === 'height'
  for (const value of [styled(element, cascade, side), of(element, side)]) {
    const pixels = value === null || isShare(value) ? null : lengthOf(value.trim().toLowerCase(), base)
    if (pixels !== null && pixels >= 0) return pixels
  }
  return null
}

function styled(element: Element, cascade: Cascade, side: string): string | null {
  try {
    return cascade.styleOf(element, []).get(side) ?? null
  } catch {
    // What nests too deep to be understood says no size.
    return null
  }
}

const of = (element: Element, name: string): string | null =>
  element.attrs.find((one) => one.name === name)?.value ?? null
