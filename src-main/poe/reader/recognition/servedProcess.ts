import { refuseNetwork } from '../refuseNetwork.ts'

/** The folder of packages, as the parent names it: `--modules=DIR`. */
export const modulesDir = named('modules')

/** The folder of language data: `--ocr=DIR`. */
export const ocrDir = named('ocr')

function named(name: string): string {
  const head = `--${name}=`
  return process.argv.find((argument) => argument.startsWith(head))?.slice(head.length) ?? ''
}

/**
 * Serves a parent over the channel, one order after the other, until the channel closes. The network is refused before a
 * library loads. An order that fails is answered with `failed`; what was wrong with it stays in here.
 */
export function serve(answer: (order: unknown) => Promise<unknown>): void {
  refuseNetwork()
  process.on('unhandledRejection', () => undefined)
  let last: Promise<void> = Promise.resolve()
  process.on('message', (order) => {
    last = last.then(async () => {
      const reply = await answer(order).catch(() => ({ kind: 'failed' }))
      await send(reply)
    })
    last.catch(() => process.exit(1))
  })
  process.once('disconnect', () => process.exit(0))
  send({ kind: 'ready' }).catch(() => process.exit(1))
}

const send = (message: unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    if (!process.send) reject(new Error('Started by its parent, with a channel'))
    else process.send(message, undefined, {}, (error) => (error ? reject(error) : resolve()))
  })

export const field = (order: unknown, key: string): unknown =>
  typeof order === 'object' && order !== null ? Reflect.get(order, key) : undefined
