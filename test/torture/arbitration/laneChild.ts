/** One lane in a process of its own; started by `lanes.ts`. Says how far it is, and last what came of it, by messages. */
import { LaneWishes, playLane } from './lane.ts'

const tell = (news: unknown): void => void process.send?.(news)
process.once('disconnect', () => process.exit())
tell(await playLane(LaneWishes.parse(JSON.parse(process.argv[2] ?? '')), tell))
process.disconnect()
