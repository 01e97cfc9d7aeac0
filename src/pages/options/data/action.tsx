import type { ComponentChildren } from 'preact';

interface ActionProps {
  heading: string;
  hint: string;
  /** The one thing that can be done. */
  button: ComponentChildren;
  /** What came of it. */
  children?: ComponentChildren;
}

/** Something that can be done with all one's data, with what came of it below. */
export const Action = ({ heading, hint, button, children }: ActionProps) => (
  <div class="action">
    <div class="row">
      <div>
        <h3>{heading}</h3>
        <p class="soft">{hint}</p>
      </div>
      {button}
    </div>
    {children}
  </div>
);
