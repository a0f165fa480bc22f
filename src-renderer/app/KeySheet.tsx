import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { useState } from 'react'
import { useText } from '../format/useText.ts'
import { Button } from '../ui/Button.tsx'
import { KeyCaps } from '../ui/KeyCaps.tsx'
import { COMMAND_CONTEXTS, type Command, COMMANDS } from './commands.ts'
import { useCommand } from './useCommand.ts'
import css from './KeySheet.module.css'

/** All keys of the registry, by place. */
export function KeySheet() {
  const say = useText()
  const [isOpen, setOpen] = useState(false)
  useCommand('keys', () => setOpen(true))
  const all: readonly Command[] = COMMANDS
  return (
    <Dialog open={isOpen} onOpenChange={(_, data) => setOpen(data.open)}>
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
            {/* Columns of their own height: in a box of bounded height the last ones would stand outside it. */}
            <div className={css.groups}>
              {COMMAND_CONTEXTS.filter((context) => all.some((each) => each.context === context)).map(
                (context) => (
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
                ),
              )}
            </div>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function KeyLine({ command }: { readonly command: Command }) {
  const say = useText()
  return (
    <>
      <dt>{say(command.messageId)}</dt>
      <dd>
        {command.keys.map((binding) => (
          <KeyCaps key={binding} binding={binding} />
        ))}
      </dd>
    </>
  )
}
