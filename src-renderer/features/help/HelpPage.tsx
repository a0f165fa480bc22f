import { useEffect, useRef } from 'react'
import type { HelpPart } from '../../app/routes.ts'
import { useText } from '../../format/useText.ts'
import { ExternalLink } from '../../ui/ExternalLink.tsx'
import { About } from './About.tsx'
import { Links } from './Links.tsx'
import css from './HelpPage.module.css'

const CRITERIA = ['usablePoe', 'customerAcknowledgment', 'dates', 'products', 'serviceDescription'] as const

/** What each article for partners says, and where it stands (S-09). */
const ARTICLES = [
  ['create', 'createAssociation'],
  ['manage', 'manageAssociations'],
  ['issues', 'associationIssues'],
  ['start', 'getStarted'],
  ['coop', 'coopClaims'],
] as const

/** Bundled and in our own words: it is there offline too. */
export function HelpPage({ at }: { readonly at: HelpPart }) {
  const say = useText()
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const heading = page.current?.querySelector<HTMLElement>(`#help-${at}`)
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  }, [at])
  return (
    <div className={css.page} ref={page} data-pane="help">
      <h1>{say('page.help')}</h1>
      <Part part="judging">
        <p>{say('help.judging.way')}</p>
        <h3>{say('help.judging.criteria')}</h3>
        <dl className={css.pairs}>
          {CRITERIA.map((criterion) => (
            <div key={criterion}>
              <dt>{say(`criterion.${criterion}`)}</dt>
              <dd>{say(`help.judging.${criterion}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{say('help.judging.decide')}</p>
        <p>{say('help.judging.clocks')}</p>
      </Part>
      <Part part="partners">
        <p>{say('help.partners.text')}</p>
      </Part>
      <Part part="resources">
        {ARTICLES.map(([article, place]) => (
          <p key={article}>
            {say(`help.resources.${article}`)} <ExternalLink place={place} />
          </p>
        ))}
      </Part>
      <Part part="guide">
        <p>{say('help.guide.text')}</p>
        <Links without={ARTICLES.map(([, place]) => place)} />
      </Part>
      <Part part="about">
        <About />
      </Part>
    </div>
  )
}

function Part({ part, children }: { readonly part: HelpPart; readonly children: React.ReactNode }) {
  const say = useText()
  return (
    <section aria-labelledby={`help-${part}`}>
      <h2 id={`help-${part}`} tabIndex={-1}>
        {say(`help.${part}`)}
      </h2>
      {children}
    </section>
  )
}
