import { checkCommand } from './check/checkCommand.ts'
import { importCommand } from './import/importCommand.ts'
import { partnerCommand } from './partner/partnerCommand.ts'
import { policyDiffCommand } from './policy/policyDiffCommand.ts'
import { policyFieldsCommand } from './policy/policyFieldsCommand.ts'
import { recordCommand } from './record/recordCommand.ts'
import { verifyCommand } from './verify/verifyCommand.ts'

export interface Command {
  readonly name: string
  readonly usage: string
  /** Arguments after the command's name → exit code. Throws UsageError for wrong ones. */
  run(args: readonly string[]): Promise<number>
}

export const COMMANDS: readonly Command[] = [
  checkCommand,
  importCommand,
  partnerCommand,
  policyFieldsCommand,
  policyDiffCommand,
  recordCommand,
  verifyCommand,
]
