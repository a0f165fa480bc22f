import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { claimOfLink } from '../../../src-preload/contract/vocabulary/claimLink.ts'
import { RECORD_PATH } from '../../../src-preload/contract/vocabulary/recordPath.ts'
import type { Workstation } from '../../workstation/workstation.ts'
import { answerHtml, answerPlain, answerRedirect, sendWebResponse, toWebRequest } from './answer.ts'
import { cookieName, isLaunch, type Origins, type Side, sessionIn, sideOf } from './gate.ts'
import type { Passes } from './passes.ts'

/** Path of the script that puts the bridge on the window. */
export const DOOR_PATH = '/door/loopback.js'

export interface PagesOptions {
  readonly origins: Origins
  readonly passes: Passes
  /** Built door script. */
  readonly doorFile: string
  /** Resolves to the core once it has started. */
  readonly core: Promise<Pick<Workstation, 'fetch'>>
}

/** Answers one HTTP request. The order of the checks is the promise: Host and Origin, session, method, and only then the core. */
export async function servePage(
  request: IncomingMessage,
  response: ServerResponse,
  options: PagesOptions,
): Promise<void> {
  const { origins } = options
  const side = sideOf(request, origins)
  if (side === undefined) return answerPlain(response, 403, 'Refused.')
  if (side === 'app' && isLaunch(request)) return launch(request, response, options)
  if (side === 'app' && !hasSession(request, options)) {
    return answerPlain(response, 401, 'Start Proofdesk again to open a window.')
  }
  if (request.method !== 'GET' && request.method !== 'HEAD' && !isRecord(request, side)) {
    return answerPlain(response, 405, 'Only reading is possible here.')
  }
  const core = await options.core
  const isDoor = side === 'app' && request.url === DOOR_PATH
  const answer = isDoor
    ? await doorScript(options.doorFile)
    : await core.fetch(toWebRequest(request, origins[side]))
  await sendWebResponse(answer, response)
}

/** The one thing that is given to the core by its address: a file to be looked at, from the app's own page. */
const isRecord = ({ method, url, headers }: IncomingMessage, side: Side): boolean =>
  side === 'app' && method === 'PUT' && url === RECORD_PATH && headers.origin !== undefined

export function hasSession(
  request: IncomingMessage,
  { origins, passes }: Pick<PagesOptions, 'origins' | 'passes'>,
): boolean {
  const session = sessionIn(request, origins)
  return session !== undefined && passes.isSession(session)
}

function launch(request: IncomingMessage, response: ServerResponse, options: PagesOptions): void {
  const { origins, passes } = options
  const asked = URL.parse(origins.app + (request.url ?? ''))?.searchParams
  const token = asked?.get('token')
  const session = request.method === 'GET' && token ? passes.exchange(token) : undefined
  if (session === undefined) return answerPlain(response, 401, 'This address was used before or is too old.')
  const claimId = claimOfLink(`cpor://claim/${asked?.get('claim') ?? ''}`)
  const first = claimId === null ? '/' : `/#/claims/${claimId}`
  const cookie = `${cookieName(origins)}=${session}; HttpOnly; SameSite=Strict; Path=/`
  // A strict cookie is not sent on a redirect that another site began, as our bootstrap file does. A page of our own in between
  // makes the next step ours.
  if (request.headers['sec-fetch-site'] === 'cross-site') {
    const page = '<!doctype html><title>Proofdesk</title>'
    return answerHtml(response, { 'set-cookie': cookie, refresh: `0; url=${first}` }, page)
  }
  answerRedirect(response, { 'set-cookie': cookie, location: first })
}

async function doorScript(file: string): Promise<Response> {
  return new Response(await readFile(file), {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
