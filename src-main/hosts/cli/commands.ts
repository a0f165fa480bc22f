import { checkCommand } from './check/checkCommand.ts'
import type { Command } from './command.ts'
import { importCommand } from './import/importCommand.ts'
import { partnerCommand } from './partner/partnerCommand.ts'
import { policyDiffCommand } from './policy/policyDiffCommand.ts'
import { policyFieldsCommand } from './policy/policyFieldsCommand.ts'
import { recordCommand } from './record/recordCommand.ts'
import { verifyCommand } from './verify/verifyCommand.ts'

export const COMMANDS: readonly Command[] = [
  checkCommand,
  importCommand,
  partnerCommand,
  policyFieldsCommand,
  policyDiffCommand,
  recordCommand,
  verifyCommand,
]
