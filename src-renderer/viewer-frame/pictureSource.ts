import { documentType, isAnimated, pictureSize } from './documentType.ts'
import type { FailureReason } from './messages.ts'

const LARGEST_PICTURE_PIXELS = 50_000_000
/** Chromium's canvas ends here on either side. */
const LONGEST_SIDE_PX = 16_384
const MEDIA_TYPES = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp' } as const

/** Reads the header first: a picture that would fill the memory is not decoded. The caller closes the bitmap. */
export async function decodePicture(
  bytes: ArrayBuffer,
): Promise<{ readonly picture: ImageBitmap } | { readonly reason: FailureReason }> {
  const type = documentType(new Uint8Array(bytes))
  if (type === 'pdf' || type === 'unknown') return { reason: 'type' }
  if (isAnimated(new Uint8Array(bytes), type)) return { reason: 'type' }
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
