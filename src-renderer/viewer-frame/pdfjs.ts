/**
 * The one door to pdf.js. The viewer components read the core off the global object while they are loaded,
 * so the core's line stands first and nobody imports either package directly.
 */
export {
  AnnotationEditorType,
  AnnotationMode,
  getDocument,
  GlobalWorkerOptions,
  PasswordException,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist'
export type { PDFDocumentProxy } from 'pdfjs-dist'
export {
  EventBus,
  FindState,
  PDFFindController,
  PDFLinkService,
  PDFViewer,
  RenderingStates,
} from 'pdfjs-dist/web/pdf_viewer.mjs'
