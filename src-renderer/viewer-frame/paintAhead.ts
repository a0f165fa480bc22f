import { documentType } from './documentType.ts'
import { paintPdfPage } from './pdfPaint.ts'
import { startPdf } from './pdfSource.ts'
import { decodePicture } from './pictureSource.ts'

/** The first page of a document that nobody has opened yet. Undefined for what is neither PDF nor picture, or does not open. */
export async function paintAhead(bytes: ArrayBuffer, widthPx: number): Promise<ImageBitmap | undefined> {
  const type = documentType(new Uint8Array(bytes))
  if (type === 'unknown') return undefined
  return type === 'pdf' ? firstPdfPage(bytes, widthPx) : firstPicture(bytes, widthPx)
}

async function firstPdfPage(bytes: ArrayBuffer, widthPx: number): Promise<ImageBitmap | undefined> {
  const source = startPdf(bytes)
  try {
    const opened = await source.opened
    if ('reason' in opened) return undefined
    const canvas = await paintPdfPage(opened.document, 1, 0, widthPx)
    return canvas && (await createImageBitmap(canvas))
  } finally {
    source.end()
  }
}

async function firstPicture(bytes: ArrayBuffer, widthPx: number): Promise<ImageBitmap | undefined> {
  const decoded = await decodePicture(bytes)
  if ('reason' in decoded) return undefined
  const { picture } = decoded
  const small = await createImageBitmap(picture, {
    resizeWidth: Math.min(widthPx, picture.width),
    resizeQuality: 'high',
  })
  picture.close()
  return small
}
