import { useText } from '../../format/useText.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import css from './SignInPage.module.css'

interface SignInButtonProps {
  /** `decision` where it is what a page is there for. */
  readonly density?: 'dense' | 'decision'
}

/** Asks in the system’s browser, says that it waits, and what came of it. */
export function SignInButton({ density = 'dense' }: SignInButtonProps) {
  const say = useText()
  const { signIn: store } = useStores()
  const isUnderWay = useShared('signIn', ({ signIn }) => signIn?.isUnderWay ?? false)
  const outcome = useShared('signIn', (state) => state.outcome)
  const isTrouble = outcome !== null && outcome !== 'signed_in' && outcome !== 'not_needed'
  return (
    <div className={css.way}>
      {isUnderWay ? (
        <>
          <p role="status">{say('signIn.waiting')}</p>
          <Button density={density} onClick={() => store.getState().cancel()}>
            {say('signIn.cancel')}
          </Button>
        </>
      ) : (
        <>
          {isTrouble && <Notice tone="warning">{say(`signIn.outcome.${outcome}`)}</Notice>}
          <Button appearance="primary" density={density} onClick={() => void store.getState().begin()}>
            {say('signIn.begin')}
          </Button>
        </>
      )}
    </div>
  )
}
