import { join } from 'node:path'
import type { PolicyAssignments } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import { ASSIGNMENTS_FILE, readAssignments } from '../../../hub/policy/assignmentFile.ts'
import { type PolicyInFile, readPolicies } from '../../../hub/policy/policyFile.ts'
import { productRoot } from '../productRoot.ts'

export interface ShippedPolicies {
  /** Those that judge days first, in the order of these. */
  readonly policies: readonly PolicyInFile[]
  readonly assignments: PolicyAssignments
}

export async function readShippedPolicies(): Promise<ShippedPolicies> {
  const folder = join(productRoot(), 'resources', 'policy')
  const policies = await readPolicies(folder)
  const known = policies.map(({ profile }) => profile)
  const assignments = await readAssignments(join(folder, ASSIGNMENTS_FILE), known)
  const placeOf = ({ profile }: PolicyInFile) => {
    const place = assignments.findIndex((one) => one.profile.id === profile.id)
    return place === -1 ? assignments.length : place
  }
  return { policies: [...policies].sort((a, b) => placeOf(a) - placeOf(b)), assignments }
}
