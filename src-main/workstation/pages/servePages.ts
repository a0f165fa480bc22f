import { RECORD_PATH } from '../../../src-preload/contract/vocabulary/recordPath.ts'
import type { CheckMemory } from '../checks/checkMemory.ts'
import type { Core } from '../core.ts'
import type { WorkstationPorts } from '../ports.ts'
import { isDocumentPath, serveDocument } from '../documents/serveDocument.ts'
import { appPolicy, viewerPolicy } from './contentPolicy.ts'
import { findStaticFile, type StaticFile } from './staticFiles.ts'

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
}

/**
 * Answers every request of the window, the same in both hosts: pages and documents on the app's origin, the viewer's static files
 * on its own. Who may ask is the host's matter.
 */
export async function servePages(core: Core, memory: CheckMemory, request: Request): Promise<Response> {
  const url = new URL(request.url)
  const { appOrigin } = core.ports.host
  const origin = `${url.protocol}//${url.host}`
  if (request.method === 'PUT' && origin === appOrigin && url.pathname === RECORD_PATH) {
    // The archive and its shapes: loaded with the first record that is opened.
    const { answerRecord } = await import('../record/openedRecord.ts')
    return withHeaders(await answerRecord(core, request))
  }
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  if (isReading && origin === appOrigin && isDocumentPath(url.pathname))
    return withHeaders(await serveDocument(core, memory, url.pathname))
  return serveEmptyPages(core.ports, request)
}

type PagePorts = Pick<WorkstationPorts, 'host' | 'paths'>

/** Pages as they were built, without a claim or a document: also for whoever is not signed in. */
export async function serveEmptyPages(ports: PagePorts, request: Request): Promise<Response> {
  const url = new URL(request.url)
  const origin = `${url.protocol}//${url.host}`
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refusal(405, 'Only reading is possible here.')
  if (origin === ports.host.viewerOrigin) return serveViewer(ports, url.pathname)
  if (origin !== ports.host.appOrigin) return refusal(403, 'This is not an address of Proofdesk.')
  return serveApp(ports, url.pathname)
}

async function serveApp(ports: PagePorts, path: string): Promise<Response> {
  const page = path === '/' || path === '/index.html'
  const file = await findStaticFile(ports.paths.app, page ? '/index.html' : path)
  if (file === null) return refusal(404, 'There is no such page.')
  const body = page ? withDoor(file, ports.host.doorScript) : file
  return respond(body, { 'content-security-policy': appPolicy(ports.host) })
}

async function serveViewer(ports: PagePorts, path: string): Promise<Response> {
  const file = await findStaticFile(ports.paths.viewer, path === '/' ? '/index.html' : path)
  if (file === null) return refusal(404, 'There is no such page.')
  return respond(file, {
    'content-security-policy': viewerPolicy(ports.host),
    // The app's page shows this one in a frame although they are two sites.
    'cross-origin-resource-policy': 'cross-origin',
  })
}

/** The door runs before the app: scripts of a page run in their order. */
function withDoor(page: StaticFile, doorScript: string | null): StaticFile {
  if (doorScript === null) return page
  const html = new TextDecoder().decode(page.bytes)
  const bytes = new TextEncoder().encode(
    html.replace('<head>', `<head><script src="${doorScript}"></script>`),
  )
  return { ...page, bytes }
}

function respond(file: StaticFile, headers: Readonly<Record<string, string>>): Response {
  const response = new Response(new Uint8Array(file.bytes), {
    headers: { 'content-type': file.type, ...headers },
  })
  return withHeaders(response)
}

function refusal(status: number, text: string): Response {
  return withHeaders(new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } }))
}

function withHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(HEADERS))
    if (!response.headers.has(name)) response.headers.set(name, value)
  return response
}
