import type { Context } from 'hono'
import { SampleWish } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { SampleId } from '../api/qualityRoutes.ts'
import type { QUALITY_ROUTES } from '../api/qualityRoutes.ts'
import { drawDecisions } from '../quality/drawDecisions.ts'
import { precisionFor } from '../quality/precisionNow.ts'
import { notesFor, sampledFor } from '../quality/sampledViews.ts'
import { twinsFor } from '../quality/twinsFor.ts'
import { actingAs, LOOK } from '../store/callerContext.ts'
import { listSamples } from '../store/qualityRepo.ts'
import type { HubEnv, HubHandler, HubPorts } from './hubPorts.ts'
import { problem } from './problem.ts'
import { readJson } from './readJson.ts'

/** What people's words are is nobody else's to keep. */
function fresh(context: Context<HubEnv>, answer: object): Response {
  context.header('cache-control', 'no-store')
  return context.json(answer)
}

/** What answers at each route about decisions that were made. */
export function serveQuality(ports: HubPorts): Readonly<Record<keyof typeof QUALITY_ROUTES, HubHandler>> {
  const { db } = ports
  return {
    samples: async (context) => fresh(context, { samples: await actingAs(LOOK, () => listSamples(db)) }),
    drawSample: async (context) => {
      const request = SampleWish.safeParse(await readJson(context))
      if (!request.success) return problem('bad_request')
      const answer = await drawDecisions(ports, context.var.user, request.data)
      return answer === 'differs' ? problem('operation_differs') : fresh(context, answer)
    },
    sample: async (context) => {
      const sampleId = SampleId.safeParse(context.req.param('sampleId'))
      if (!sampleId.success) return problem('not_found')
      const [known] = await actingAs(LOOK, () => listSamples(db, sampleId.data))
      if (known === undefined) return problem('not_found')
      return fresh(context, {
        decisions: await sampledFor(db, context.var.user, { sampleId: known.sampleId }),
      })
    },
    ownReviews: async (context) => {
      const { user } = context.var
      return fresh(context, { decisions: await sampledFor(db, user, { reviewerId: user.userId }) })
    },
    precision: async (context) => fresh(context, await precisionFor(ports, context.var.user)),
    twins: async (context) => fresh(context, await twinsFor(db, context.var.user)),
    coachingNotes: async (context) => fresh(context, { notes: await notesFor(db, context.var.user) }),
  }
}
