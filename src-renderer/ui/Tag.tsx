import css from './Tag.module.css'

/** A word in a frame that states how a thing stands and asks for nothing. `title`: what else it is called. */
export function Tag({ title, children }: { readonly title?: string; readonly children: string }) {
  return (
    <span className={css.tag} {...(title !== undefined && { title })}>
      {children}
    </span>
  )
}
