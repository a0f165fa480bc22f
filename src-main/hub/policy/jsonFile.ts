import { readFile } from 'node:fs/promises'
import type { z } from 'zod'

/** Rejects, naming the file, when it is missing or does not fit the schema. */
export async function readJsonFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  try {
    return await schema.parseAsync(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw new Error(`${path} cannot be used`, { cause: error })
  }
}
