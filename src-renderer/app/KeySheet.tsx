import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { useText } from '../format/useText.ts'
import { useShared } from '../stores/Stores.tsx'
import { Button } from '../ui/Button.tsx'
import { KeyCaps } from '../ui/KeyCaps.tsx'
import { COMMAND_CONTEXTS, type Command, type CommandContext, COMMANDS } from './commands.ts'
import { effectiveKeys } from './keys/effectiveKeys.ts'
import { useKeyWishes } from './keys/useKeys.ts'
import { hashOf } from './routes.ts'
import css from './KeySheet.module.css'

/** All keys of the registry, by place: first those that work where the reviewer is. */
export function KeySheet({ setOpen }: { readonly setOpen: (isOpen: boolean) => void }) {
  const say = useText()
  const wishes = useKeyWishes()
  const live = useShared('commands', (state) => state.live)
  const all: readonly Command[] = COMMANDS
  const isLive = (context: CommandContext) =>
    all.some((each) => each.context === context && live.has(each.id))
  const contexts = COMMAND_CONTEXTS.toSorted((a, b) => Number(isLive(b)) - Number(isLive(a)))
  return (
    <Dialog open onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogSurface className={css.sheet} aria-label={say('command.keys')}>
        <DialogBody>
          <DialogTitle
            action={
              <DialogTrigger action="close">
                <Button
                  appearance="subtle"
                  icon={<Dismiss20Regular />}
                  data-icon-only=""
                  aria-label={say('toast.close')}
                />
              </DialogTrigger>
            }
          >
            {say('command.keys')}
          </DialogTitle>
          <DialogContent tabIndex={0} className={`${css.scroller}`}>
            <p className={css.change}>
              {!wishes.singleKeys && say('keys.off')}{' '}
              <a href={hashOf({ page: 'settings' })} onClick={() => setOpen(false)}>
                {say('keys.change')}
              </a>
            </p>
            {/* Columns of their own height: in a box of bounded height the last ones would stand outside it. */}
            <div className={css.groups}>
              {contexts
                .filter((context) => all.some((each) => each.context === context))
                .map((context) => (
                  <section key={context}>
                    <h3>{say(`keys.${context}`)}</h3>
                    <dl>
                      {all
                        .filter((each) => each.context === context)
                        .map((each) => (
                          <KeyLine key={each.id} command={each} />
                        ))}
                    </dl>
                  </section>
                ))}
            </div>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function KeyLine({ command }: { readonly command: Command }) {
  const say = useText()
  const keys = effectiveKeys(command, useKeyWishes())
  return (
    <>
      <dt>{say(command.messageId)}</dt>
      <dd>
        {keys.map((binding) => (
          <KeyCaps key={binding} binding={binding} />
        ))}
      </dd>
    </>
  )
}
