/** Pixels of the page as it is displayed: origin top left, y downwards, view rotation and zoom applied. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

type Point = readonly [x: number, y: number]

/** A displayed page: how its own space (PDF points, y upwards) lies in the pixels of the view. */
export interface PagePlane {
  readonly width: number
  readonly height: number
  toView(x: number, y: number): Point
  toPage(x: number, y: number): Point
}

/** Below this a mark could neither be seen nor hit; rules and dots of a scan are that thin. */
const SMALLEST_MARK_PX = 4

/**
 * The upright box around a quad. Undefined when nothing of it lies on the displayed page, as with evidence
 * outside the crop box, or when the numbers are no numbers.
 */
export function boxOfQuad(quad: readonly number[], plane: PagePlane): Box | undefined {
  const xs: number[] = []
  const ys: number[] = []
  for (let i = 0; i + 1 < quad.length; i += 2) {
    const [x, y] = plane.toView(quad[i] ?? Number.NaN, quad[i + 1] ?? Number.NaN)
    xs.push(x)
    ys.push(y)
  }
  const box = {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  }
  const onPage = box.left < plane.width && box.right > 0 && box.top < plane.height && box.bottom > 0
  return onPage ? widened(clipped(box, plane)) : undefined
}

function clipped(box: Box, plane: PagePlane): Box {
  return {
    left: Math.max(0, box.left),
    top: Math.max(0, box.top),
    right: Math.min(plane.width, box.right),
    bottom: Math.min(plane.height, box.bottom),
  }
}

function widened(box: Box): Box {
  const byX = Math.max(0, SMALLEST_MARK_PX - (box.right - box.left)) / 2
  const byY = Math.max(0, SMALLEST_MARK_PX - (box.bottom - box.top)) / 2
  return { left: box.left - byX, top: box.top - byY, right: box.right + byX, bottom: box.bottom + byY }
}

export function holds(box: Box, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
}

/** An upright picture as a page: one unit a pixel of the picture, origin lower left, turned clockwise by `rotation`. */
export function picturePlane(
  size: { readonly width: number; readonly height: number },
  rotation: number,
  scale: number,
): PagePlane {
  const { width, height } = size
  const sideways = rotation % 180 !== 0
  const turn = (x: number, y: number): Point => {
    if (rotation === 90) return [height - y, x]
    if (rotation === 180) return [width - x, height - y]
    if (rotation === 270) return [y, width - x]
    return [x, y]
  }
  const turnBack = (x: number, y: number): Point => {
    if (rotation === 90) return [y, height - x]
    if (rotation === 180) return [width - x, height - y]
    if (rotation === 270) return [width - y, x]
    return [x, y]
  }
  return {
    width: (sideways ? height : width) * scale,
    height: (sideways ? width : height) * scale,
    toView(x, y) {
      const [u, v] = turn(x, height - y)
      return [u * scale, v * scale]
    },
    toPage(x, y) {
      const [u, v] = turnBack(x / scale, y / scale)
      return [u, height - v]
    },
  }
}
