import type { ComponentChildren } from 'preact';
import './empty.css';

/** What stands where there is nothing yet: one sentence that teaches, and one action. */
export const Empty = ({ children, action }: { children: ComponentChildren; action?: ComponentChildren }) => (
  <div class="empty">
    <p>{children}</p>
    {action}
  </div>
);
