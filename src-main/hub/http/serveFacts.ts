import type { Context } from 'hono'
import { type FactsResult, ReaderVersion } from '../api/facts.ts'
import { keepFacts } from '../facts/keepFacts.ts'
import { findFacts } from '../store/factsRepo.ts'
import { askedDocument } from './askedDocument.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { listsTag } from './entityTag.ts'
import { problem } from './problem.ts'
import { readFacts } from './readFacts.ts'

/** `GET /v1.0/claims/{id}/documents/{sha256}/facts/{readerVersion}` */
export const serveFacts =
  (ports: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const version = ReaderVersion.safeParse(context.req.param('readerVersion'))
    const asked = version.success ? await askedDocument(ports, context) : null
    if (asked === null || !version.success) return problem('not_found')
    const found = await findFacts(ports.db, { sha256: asked.sha256, readerVersion: version.data })
    if (found === undefined) return problem('not_found')
    const etag = `"${found.factsSha256}"`
    context.header('etag', etag)
    context.header('cache-control', 'private')
    return listsTag(context.req.header('if-none-match'), etag)
      ? context.body(null, 304)
      : context.json(found.facts as Record<string, unknown>) // only objects are put in
  }

/** `PUT /v1.0/claims/{id}/documents/{sha256}/facts/{readerVersion}`: 201 for the first, 200 when there are some already. */
export const servePutFacts =
  (ports: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const version = ReaderVersion.safeParse(context.req.param('readerVersion'))
    const asked = version.success ? await askedDocument(ports, context) : null
    if (asked === null || !version.success) return problem('not_found')
    const facts = await readFacts(context)
    if (facts instanceof Response) return facts
    const key = { sha256: asked.sha256, readerVersion: version.data }
    const outcome = await keepFacts(ports, key, facts, context.var.user.userId)
    return context.json({ outcome } satisfies FactsResult, outcome === 'stored' ? 201 : 200)
  }
