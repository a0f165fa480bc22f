/** `proofdesk COMMAND …`: the headless commands. Exit code 0 = done, 1 = it failed, 2 = asked wrongly. */
import { COMMANDS } from './commands.ts'
import { UsageError } from './usageError.ts'

async function run([name = '', ...args]: readonly string[]): Promise<number> {
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (!command) {
    const known = COMMANDS.map(({ usage }) => `  proofdesk ${usage}`).join('\n')
    const asked = name === '' ? 'Name a command.' : `There is no command "${name}".`
    process.stderr.write(`${asked} Known:\n${known}\n`)
    return 2
  }
  try {
    return await command.run(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`${error.message}\nUsage: proofdesk ${error.usage ?? command.usage}\n`)
    return 2
  }
}

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return 1
})
