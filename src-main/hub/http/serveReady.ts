import type { Context } from 'hono'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { wallsStand } from '../store/raiseWalls.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { problem } from './problem.ts'

/** Of no document: asking for it says whether the store answers. */
const NO_DOCUMENT = Sha256.parse('0'.repeat(64))

/** `GET /readyz`: whether requests should come here. What is missing the log says, not the answer. */
export const serveReady =
  ({ db, documents, log, isStopping = () => false }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    if (isStopping()) return problem('unavailable')
    try {
      if (!(await wallsStand(db))) {
        log({ level: 'warn', event: 'the schema is of another version' })
        return problem('unavailable')
      }
      await documents.size(NO_DOCUMENT)
      return context.json({ status: 'ready' })
    } catch (error) {
      log({ level: 'warn', event: 'not ready', error })
      return problem('unavailable')
    }
  }
