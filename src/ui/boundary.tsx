import { Component, type ComponentChildren, render } from 'preact';
import './boundary.css';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';
import { text } from './text.ts';

/**
 * In the place of what throws while it is drawn: what to do. What was thrown is said where the browser says what nobody
 * caught, and nowhere else.
 */
export class Boundary extends Component<{ children: ComponentChildren }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static override getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown): void {
    reportError(error);
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}

/** Whatever was kept is in the database, and not in the page that cannot be drawn. */
const Broken = () => (
  <main class="broken">
    <div role="alert">
      <Empty
        action={
          <Button look="primary" onClick={() => location.reload()}>
            {text('pageLoadAgain')}
          </Button>
        }
      >
        {text('pageBroken')}
      </Empty>
    </div>
  </main>
);

/** Draws a page of ours into the element of this id. */
export function drawPage(id: string, page: ComponentChildren): void {
  const root = document.getElementById(id);
  if (root) render(<Boundary>{page}</Boundary>, root);
}
