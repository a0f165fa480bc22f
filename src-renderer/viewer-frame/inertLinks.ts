import { PDFLinkService } from './pdfjs.ts'

/**
 * Links of a document are text: they name where they lead and go nowhere. No jump, no named action and no
 * switching of layers either, because a click of the reviewer must never change what a page shows.
 */
export class InertLinks extends PDFLinkService {
  override addLinkAttributes(link: HTMLAnchorElement, url: string): void {
    link.title = url
    link.addEventListener('click', (event) => event.preventDefault())
  }

  override async goToDestination(): Promise<void> {}

  override async executeSetOCGState(): Promise<void> {}

  override executeNamedAction(): void {}

  override getDestinationHash(): string {
    return ''
  }

  override getAnchorUrl(): string {
    return ''
  }

  override async getAttachmentContent(): Promise<null> {
    return null
  }
}

/** The annotation layer gives every link an address, if only an empty one; without any it is no link to the browser. */
export function disarmLinks(within: Element): void {
  for (const link of within.querySelectorAll('.annotationLayer a')) {
    link.removeAttribute('href')
    link.removeAttribute('target')
  }
}
