import { Component, type ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { Button } from '../ui/Button.tsx'
import css from './ErrorBoundary.module.css'

interface ErrorBoundaryProps {
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly error: Error | null
}

/** A fault of the window itself: says what is safe and gives a way on, since decisions live in the core and not here. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null }

  static getDerivedStateFromError(error: Error): ErrorBoundaryState {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <div className={css.fault} role="alert">
        <h1>
          <FormattedMessage id="fault.title" />
        </h1>
        <p>
          <FormattedMessage id="fault.text" />
        </p>
        <p className={css.detail}>{error.message}</p>
        <div className={css.ways}>
          <Button appearance="primary" data-filled="" onClick={() => window.location.reload()}>
            <FormattedMessage id="fault.reload" />
          </Button>
          <Button onClick={() => this.setState({ error: null })}>
            <FormattedMessage id="fault.again" />
          </Button>
        </div>
      </div>
    )
  }
}
