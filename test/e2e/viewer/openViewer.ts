import type { Frame, Page } from '@playwright/test'
import type { DocumentView } from '../../../src-preload/contract/claims.ts'
import { DocumentView as DocumentViewShape } from '../../../src-preload/contract/claims.ts'
import type { ViewerMark } from '../../../src-renderer/viewer-frame/messages.ts'
import { findBrowser } from '../../../src-main/hosts/loopback/findBrowser.ts'
import type { Scenario } from './page/scenario.ts'
import type { ViewerSite } from './viewerSite.ts'

/** No name but the two of the site is looked up; whatever else is asked for fails at once. */
export const LAUNCH = {
  executablePath: findBrowser() ?? '',
  args: [
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE *.localhost',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
}

export interface TestDocument {
  readonly id: string
  readonly name: string
  readonly mediaType?: string
  readonly sha256?: string
  /** Leave out for a document that has not arrived. */
  readonly bytes?: Uint8Array
  readonly marks?: readonly ViewerMark[]
}

export function viewOf({ id, name, mediaType, bytes, sha256 }: TestDocument): DocumentView {
  return DocumentViewShape.parse({
    documentId: id,
    sha256: sha256 ?? 'a'.repeat(64),
    fileName: name,
    mediaType: mediaType ?? 'application/pdf',
    sizeBytes: bytes?.byteLength ?? 0,
    addedAt: '2026-11-20T10:00:00.000Z',
    availability: bytes ? 'local' : 'missing',
    url: `/documents/${id}`,
  })
}

/** Opens the host page with these documents; the first one is shown. */
export async function openViewer(
  page: Page,
  site: ViewerSite,
  documents: readonly TestDocument[],
  look: Pick<Partial<Scenario>, 'theme' | 'language' | 'next'> = {},
): Promise<Frame> {
  for (const { id, bytes } of documents) if (bytes) site.files.set(id, bytes)
  site.scenario = {
    viewerUrl: `${site.viewerOrigin}/index.html`,
    documents: documents.map(viewOf),
    marks: Object.fromEntries(documents.map(({ id, marks }) => [id, marks ?? []])),
    theme: look.theme ?? 'light',
    language: look.language ?? 'en',
    next: look.next ?? null,
  }
  await page.goto(site.appOrigin)
  await page.frameLocator('iframe').locator('#scroller').waitFor({ state: 'attached' })
  const frame = page.frames().find((candidate) => candidate.url().startsWith(site.viewerOrigin))
  if (!frame) throw new Error('The viewer frame did not load')
  return frame
}

export function evidence(
  id: string,
  number: number,
  page: number,
  quads: readonly (readonly number[])[],
  rest: Partial<ViewerMark> = {},
): ViewerMark {
  return {
    id,
    number,
    page,
    quads: quads.map((quad) => [...quad]),
    label: `Label ${id}`,
    tone: 'evidence',
    ...rest,
  }
}
