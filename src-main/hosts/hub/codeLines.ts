import type { HubPorts } from '../../hub/http/hubPorts.ts'
import { listDemoCallers } from '../../hub/store/peopleRepo.ts'
import { makeSignInCode } from '../../hub/store/signInCodesRepo.ts'

/** A fresh code for each demo person, with who they are: for the terminal, never for the log. */
export async function codeLines({ db, now }: Pick<HubPorts, 'db' | 'now'>): Promise<string[]> {
  const lines: string[] = []
  for (const { userId, name, role } of await listDemoCallers(db)) {
    lines.push(`${await makeSignInCode(db, userId, now())}  ${name} (${role}, ${userId})`)
  }
  return lines
}
