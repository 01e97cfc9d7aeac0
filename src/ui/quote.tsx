import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';
import './quote.css';

interface QuoteProps {
  children: ComponentChildren;
  tone?: 'lesson' | 'question';
  lang?: string;
}

/** The words of a page, beside a bar in the colour that they are marked with there. */
export const Quote = ({ children, tone = 'lesson', lang }: QuoteProps) => (
  <blockquote class={classes('quote', tone === 'question' && tone)} dir="auto" lang={lang}>
    {children}
  </blockquote>
);
