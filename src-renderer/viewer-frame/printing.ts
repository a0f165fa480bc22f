import type { PageSurface } from './pageSurface.ts'

/** A sheet of A4 at 150 dpi: small print stays readable, and three hundred pages stay in memory. */
const WIDTH_PX = 1240

/**
 * Prints the pages as pictures of what is shown, without marks: the browser's own print would take the few pages that are drawn
 * just now. `isWanted` is asked between pages; a document that was closed meanwhile is not printed.
 */
export async function printPages(
  host: HTMLElement,
  { surface, pages }: { readonly surface: PageSurface; readonly pages: number },
  tell: { isWanted(): boolean; onPage(page: number): void },
): Promise<void> {
  const sheets: HTMLImageElement[] = []
  try {
    for (let page = 1; page <= pages; page++) {
      if (!tell.isWanted()) return
      tell.onPage(page)
      const canvas = await surface.paint(page, WIDTH_PX)
      const sheet = canvas && (await pictureOf(canvas))
      if (sheet) sheets.push(sheet)
    }
    if (!tell.isWanted()) return
    host.replaceChildren(...sheets)
    // Waits until the dialog of the browser is closed.
    window.print()
  } finally {
    host.replaceChildren()
    for (const { src } of sheets) URL.revokeObjectURL(src)
  }
}

async function pictureOf(canvas: HTMLCanvasElement): Promise<HTMLImageElement | undefined> {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done))
  // Frees its pixels now, not when the collector comes.
  canvas.width = 0
  if (!blob) return undefined
  const picture = new Image()
  picture.src = URL.createObjectURL(blob)
  await picture.decode()
  return picture
}
