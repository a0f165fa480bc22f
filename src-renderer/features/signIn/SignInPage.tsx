import { useEffect, useRef } from 'react'
import { useText } from '../../format/useText.ts'
import { useShared } from '../../stores/Stores.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SignInButton } from './SignInButton.tsx'
import css from './SignInPage.module.css'

/** All that the window shows while nobody is signed in. */
export function SignInPage() {
  const say = useText()
  const head = useRef<HTMLHeadingElement>(null)
  const isKept = useShared('signIn', ({ signIn }) => signIn?.isKept ?? true)
  useEffect(() => {
    document.title = say('signIn.title')
    head.current?.focus()
  }, [say])
  return (
    <main className={css.page}>
      <h1 ref={head} tabIndex={-1} className={css.title}>
        {say('signIn.title')}
      </h1>
      <p>{say('signIn.text')}</p>
      <SignInButton density="decision" />
      {!isKept && <Notice tone="note">{say('signIn.notKept')}</Notice>}
    </main>
  )
}
