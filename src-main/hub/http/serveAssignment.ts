import type { Context } from 'hono'
import {
  assignFrom,
  assignmentChangeProblems,
  assignmentProblems,
} from '../../domain/policy/assignmentProblems.ts'
import { submissionDay } from '../../domain/policy/policyForDay.ts'
import { type AssignmentAnswer, AssignPolicy } from '../api/reference.ts'
import { listProfiles, lockAssignments, putAssignments } from '../store/referenceRepo.ts'
import { transact } from '../store/transact.ts'
import type { HubEnv, HubPorts } from './createHubApp.ts'
import { problem } from './problem.ts'
import { readJson } from './readJson.ts'

/**
 * `POST /v1.0/policyAssignments`: a team lead puts a profile in force for claims that are submitted from a day on. What was
 * submitted keeps the profile that it has, so the day lies ahead.
 */
export const serveAssignment =
  (ports: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const body = AssignPolicy.safeParse(await readJson(context))
    if (!body.success) return problem('bad_request')
    const { profile, fromDay } = body.data
    const today = submissionDay(new Date(ports.now()).toISOString())
    const answer = await transact(ports.db, async (tx): Promise<AssignmentAnswer> => {
      const before = await lockAssignments(tx)
      const known = await listProfiles(tx)
      const after = assignFrom(before, profile, fromDay)
      const problems = [
        ...assignmentProblems(after, known),
        ...assignmentChangeProblems(before, after, today),
      ]
      if (problems.length > 0) return { outcome: 'refused', problems: problems.map(({ kind }) => kind) }
      await putAssignments(tx, after)
      return { outcome: 'assigned', assignments: after }
    })
    await ports.rules.refresh(ports.db)
    return context.json(answer)
  }
