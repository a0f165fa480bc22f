import type { LaidBox, LaidInlay } from '../../src-preload/contract/vocabulary/laidShape.ts'
import { fillIn } from './frameStrings.ts'
import type { InlayStrings } from './messages.ts'

/** Boxes lower than this hold one line of words. */
const LINE_HIGH_PT = 14
const TYPE_PT = 7
const ROW_PT = 9
const PADDING_PT = 3
const FONT = '"Segoe UI", Selawik, "Noto Sans", "Open Sans", system-ui, sans-serif'
const INK = '#5c5c5c'
/** WCAG 7:1 on white. */
const ALARM = '#9c1c1c'

/** What an inlay says in words; of a picture that is drawn, what it is called. */
export function inlayText(inlay: LaidInlay, strings: InlayStrings): string {
  if (inlay.kind === 'link') return linkText(inlay, strings)
  const { alt } = inlay
  const named = alt === '' ? '' : fillIn(strings.alt, { alt })
  return [named, pictureText(inlay, strings)].filter((part) => part !== '').join(' · ')
}

function pictureText(inlay: Exclude<LaidInlay, { kind: 'link' }>, strings: InlayStrings): string {
  if (inlay.kind === 'elsewhere') return fillIn(strings.elsewhere, { address: inlay.address })
  if (inlay.kind === 'undrawn') return strings[inlay.why]
  return inlay.frames > 1 ? fillIn(strings.frames, { count: inlay.frames }) : strings.shown
}

function linkText(link: Extract<LaidInlay, { kind: 'link' }>, strings: InlayStrings): string {
  const { text, address, via } = link
  const template = text === '' ? strings.linkBare : link.isUnlike ? strings.linkUnlike : strings.link
  const said = fillIn(template, { text, address })
  return via === null ? said : `${said} ${fillIn(strings.via, { via })}`
}

/** An element for an inlay: our own words about it, or its pixels. Nothing in it can be followed, selected or run. */
export function inlayElement(
  inlay: LaidInlay,
  drawing: ImageBitmap | null,
  strings: InlayStrings,
): HTMLElement {
  const element = drawing ? canvasOf(drawing) : document.createElement('div')
  const [left, top, right, bottom] = inlay.box
  const text = inlayText(inlay, strings)
  element.className = `laid-inlay ${kindOf(inlay)}`
  if (!drawing) element.textContent = text
  else element.role = 'img'
  if (drawing) element.ariaLabel = text
  element.title = text
  element.style.left = `${left}px`
  element.style.top = `${top}px`
  element.style.width = `${right - left}px`
  element.style.height = `${bottom - top}px`
  return element
}

/** The same on a canvas, for print, thumbnails and the search for blank places. One unit is a point. */
export function paintInlay(
  context: CanvasRenderingContext2D,
  inlay: LaidInlay,
  drawing: ImageBitmap | null,
  strings: InlayStrings,
): void {
  const [left, top, right, bottom] = inlay.box
  context.save()
  context.beginPath()
  context.rect(left, top, right - left, bottom - top)
  context.clip()
  if (drawing) context.drawImage(drawing, left, top, right - left, bottom - top)
  else {
    if (!isLine(inlay.box)) context.strokeRect(left, top, right - left, bottom - top)
    paintWords(context, inlay, inlayText(inlay, strings))
  }
  context.restore()
}

function paintWords(context: CanvasRenderingContext2D, inlay: LaidInlay, text: string): void {
  const [left, top, right, bottom] = inlay.box
  context.font = `400 ${TYPE_PT}px ${FONT}`
  context.fillStyle = isAlarming(inlay) ? ALARM : INK
  context.textBaseline = 'top'
  const room = right - left - 2 * PADDING_PT
  let [line, y] = ['', top + PADDING_PT / 2]
  for (const sign of text) {
    const isFull = context.measureText(line + sign).width > room
    if (isFull && (isLine(inlay.box) || y + 2 * ROW_PT > bottom)) break
    if (isFull) {
      context.fillText(line, left + PADDING_PT, y)
      ;[line, y] = ['', y + ROW_PT]
    }
    line += sign
  }
  context.fillText(line, left + PADDING_PT, y)
}

function kindOf(inlay: LaidInlay): string {
  if (inlay.kind === 'link') return inlay.isUnlike ? 'line unlike' : 'line'
  if (inlay.kind === 'picture') return 'drawn'
  return isLine(inlay.box) ? 'line' : 'blank'
}

const isAlarming = (inlay: LaidInlay): boolean => inlay.kind === 'link' && inlay.isUnlike
const isLine = ([, top, , bottom]: LaidBox): boolean => bottom - top < LINE_HIGH_PT

function canvasOf(drawing: ImageBitmap): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = drawing.width
  canvas.height = drawing.height
  canvas.getContext('2d')?.drawImage(drawing, 0, 0)
  return canvas
}
