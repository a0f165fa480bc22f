import { writeLetter } from '../../../src-main/hosts/hub/writeLetter.ts'
import { fillDemoQueue } from '../../../src-main/hub/demo/fillDemoQueue.ts'
import { readLookupBook } from '../../../src-main/hub/lookup/demoLookup.ts'
import { anEmbeddedDatabase } from '../hub/embeddedDatabase.ts'
import { openTestHub, type TestHub } from '../hub/testHub.ts'

/** A hub that was filled with the demo queue at an instant, as the embedded one is. */
export async function aFilledHub(start: string): Promise<TestHub> {
  const book = await readLookupBook('resources/demo/lookup.json')
  const hub = await openTestHub(await anEmbeddedDatabase(), null, book)
  hub.clock.now = Date.parse(start)
  await fillDemoQueue({ ...hub.ports, writeLetter }, 'resources/demo')
  return hub
}
