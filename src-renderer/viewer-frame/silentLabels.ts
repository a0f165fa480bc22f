import type { PDFViewer } from './pdfjs.ts'

type ViewerOptions = ConstructorParameters<typeof PDFViewer>[0]

/**
 * pdf.js brings English labels of its own. The frame says everything in the app's language instead, so the
 * viewer gets a translator that leaves the page alone.
 */
const silent = {
  getLanguage: () => 'en',
  getDirection: () => 'ltr',
  get: () => Promise.resolve(''),
  translate: () => Promise.resolve(),
  translateOnce: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
  pause: () => {},
  resume: () => {},
}

// The declared class has private members, so no object literal can be one; the viewer calls only the methods above.
export const silentLabels = silent as unknown as NonNullable<ViewerOptions['l10n']>
