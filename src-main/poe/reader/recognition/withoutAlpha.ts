/** Four bytes a pixel → three. The page was painted on white, so nothing shows through. */
export function withoutAlpha(rgba: Uint8ClampedArray): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 255
    rgb[to + 1] = rgba[from + 1] ?? 255
    rgb[to + 2] = rgba[from + 2] ?? 255
  }
  return rgb
}
