import { documentType, pictureSize } from './documentType.ts'
import { picturePlane } from './geometry.ts'
import type { FailureReason, ZoomOrder } from './messages.ts'
import type { Fit, PageSurface, SurfaceEvents } from './pageSurface.ts'
import { stepScale } from './zoomSteps.ts'

const LARGEST_PICTURE_PIXELS = 50_000_000
/** Chromium's canvas ends here on either side. */
const LONGEST_SIDE_PX = 16_384
/** The same room around the paper that PDF pages have. */
const ROOM_X_PX = 40
const ROOM_Y_PX = 32
const MEDIA_TYPES = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp' } as const

/** Shows one picture as a page. Its header is read first: a picture that would fill the memory is not decoded. */
export function createPictureSurface(
  scroller: HTMLElement,
  host: HTMLElement,
  events: SurfaceEvents,
): PageSurface {
  let picture: ImageBitmap | undefined
  let canvas: HTMLCanvasElement | null = null
  let rotation = 0
  let scale = 1
  let fit: Fit | null = 'width'
  let openings = 0

  const plane = (at = scale) => picturePlane(picture ?? { width: 1, height: 1 }, rotation, at)

  function fittedScale(): number {
    const { width, height } = plane(1)
    const byWidth = (scroller.clientWidth - ROOM_X_PX) / width
    const byHeight = (scroller.clientHeight - ROOM_Y_PX) / height
    return Math.max(0.05, fit === 'page' ? Math.min(byWidth, byHeight) : byWidth)
  }
  function place(): void {
    if (!picture) return
    if (fit) scale = fittedScale()
    const { width, height } = plane()
    host.style.width = `${Math.round(width)}px`
    host.style.height = `${Math.round(height)}px`
    events.layoutChanged()
    events.zoomChanged(scale, fit)
  }
  function draw(): void {
    if (!picture) return
    canvas ??= host.appendChild(document.createElement('canvas'))
    paint(canvas, picture, rotation)
    events.pageDrawn(1)
  }

  return {
    async open(bytes) {
      const mine = ++openings
      const decoded = await decode(bytes)
      if ('reason' in decoded) return decoded
      // Closed meanwhile: nobody waits for the answer any more.
      if (mine !== openings) {
        decoded.picture.close()
        return { reason: 'internal' }
      }
      picture = decoded.picture
      rotation = 0
      fit = 'width'
      host.hidden = false
      place()
      draw()
      return { pages: 1 }
    },
    close() {
      openings++
      picture?.close()
      picture = undefined
      canvas = null
      host.replaceChildren()
      host.hidden = true
    },
    pageAt: (page) =>
      picture && page === 1
        ? { element: host, plane: plane(), rotation, drawn: canvas !== null, canvas }
        : undefined,
    prepare: () => Promise.resolve(),
    goToPage: () => scroller.scrollTo({ top: 0 }),
    zoom(order) {
      fit = fitOf(order)
      if (order.to === 'value') scale = order.scale
      else if (order.to === 'in' || order.to === 'out') scale = stepScale(scale, order.to)
      place()
    },
    refit() {
      if (fit) place()
    },
    rotate(byDegrees) {
      rotation = (rotation + byDegrees) % 360
      place()
      draw()
    },
    // A picture holds no text that could be searched here.
    find: (order) => {
      if (order.query !== '') events.findResult(0, 0, false)
    },
    findAgain: () => {},
  }
}

function fitOf(order: ZoomOrder): Fit | null {
  if (order.to === 'fit_width') return 'width'
  return order.to === 'fit_page' ? 'page' : null
}

async function decode(
  bytes: ArrayBuffer,
): Promise<{ readonly picture: ImageBitmap } | { readonly reason: FailureReason }> {
  const type = documentType(new Uint8Array(bytes))
  if (type === 'pdf' || type === 'unknown') return { reason: 'type' }
  const size = pictureSize(new Uint8Array(bytes), type)
  if (!size) return { reason: 'corrupt' }
  if (size.width * size.height > LARGEST_PICTURE_PIXELS) return { reason: 'too_large' }
  if (Math.max(size.width, size.height) > LONGEST_SIDE_PX) return { reason: 'too_large' }
  try {
    return { picture: await createImageBitmap(new Blob([bytes], { type: MEDIA_TYPES[type] })) }
  } catch {
    // The browser says only that it could not be decoded, whatever is wrong with it.
    return { reason: 'corrupt' }
  }
}

/** The canvas itself is turned, so that a number's place can be read off it as it is seen. */
function paint(canvas: HTMLCanvasElement, picture: ImageBitmap, rotation: number): void {
  const sideways = rotation % 180 !== 0
  canvas.width = sideways ? picture.height : picture.width
  canvas.height = sideways ? picture.width : picture.height
  const context = canvas.getContext('2d')
  if (!context) return
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((rotation * Math.PI) / 180)
  context.drawImage(picture, -picture.width / 2, -picture.height / 2)
}
