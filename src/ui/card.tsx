import type { ComponentChildren, Ref } from 'preact';
import './card.css';
import { classes } from './classes.ts';

interface CardProps {
  children: ComponentChildren;
  /** What it is called for a screen reader. */
  label?: string;
  /** The one the person came for. */
  current?: boolean;
  id?: string;
  cardRef?: Ref<HTMLElement>;
}

/** One thing on its own sheet of paper. */
export const Card = ({ children, label, current, id, cardRef }: CardProps) => (
  <article ref={cardRef} class={classes('card', current && 'current')} id={id} aria-label={label} tabIndex={-1}>
    {children}
  </article>
);
