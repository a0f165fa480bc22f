import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { HubEnv } from './hubPorts.ts'
import { listsTag } from './entityTag.ts'
import { openApiDocument } from './openApi.ts'

/** `GET /v1.0/openapi.json`. Made when it is first asked for. */
export const serveOpenApi = () => {
  let made: { readonly body: string; readonly etag: string } | undefined
  return (context: Context<HubEnv>): Response => {
    made ??= make()
    const { body, etag } = made
    if (listsTag(context.req.header('if-none-match'), etag))
      return new Response(null, { status: 304, headers: { etag } })
    return new Response(body, {
      headers: { 'content-type': 'application/json', etag, 'cache-control': 'no-cache' },
    })
  }
}

function make() {
  const body = JSON.stringify(openApiDocument())
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` }
}
