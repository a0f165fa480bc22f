import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import { ASSIGNMENTS_FILE } from './assignmentFile.ts'
import { readCheckedFile, unusable } from './checkedFile.ts'

export interface PolicyInFile {
  readonly profile: PolicyProfile
  /** `checksumOf` the profile. */
  readonly sha256: string
  readonly file: string
}

/** SHA-256, lower-case hexadecimal, of what a profile says: the same however its file is written. */
export function checksumOf(profile: PolicyProfile): string {
  return createHash('sha256').update(canonicalJson(profile)).digest('hex')
}

/** Rejects, naming the file and the fields, when it is no policy profile. */
export async function readPolicy(file: string): Promise<PolicyInFile> {
  const profile = await readCheckedFile(file, PolicyProfile)
  return { profile, sha256: checksumOf(profile), file }
}

/**
 * Every profile of a folder, by id and version. Rejects when one of them cannot be used, when two say that they are the same version
 * of the same profile, and when there is none.
 */
export async function readPolicies(folder: string): Promise<readonly PolicyInFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== ASSIGNMENTS_FILE)
  if (names.length === 0) throw unusable(folder, ['It holds no policy profile.'])
  const policies = await Promise.all(names.map((name) => readPolicy(join(folder, name))))
  const inOrder = policies.sort(byVersion)
  for (const [i, { profile, file }] of inOrder.entries()) {
    const next = inOrder[i + 1]
    if (next !== undefined && next.profile.id === profile.id && next.profile.version === profile.version)
      throw unusable(next.file, [`${file} is version ${profile.version} of ${profile.id} as well.`])
  }
  return inOrder
}

function byVersion({ profile: a }: PolicyInFile, { profile: b }: PolicyInFile): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1
  return a.version - b.version
}
