import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PolicyProfile } from '../../src-preload/contract/vocabulary/policyShape.ts'

const folder = join(import.meta.dirname, '../../resources/policy')
const read = (name: string) => PolicyProfile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))

/** The shipped profiles. */
export const seed2020: PolicyProfile = read('seed-2020.json')
export const docs2023: PolicyProfile = read('docs-2023.json')
