import { render } from 'preact';
import '../../ui/base.css';
import { provideText } from '../../ui/text.ts';
import { createGetText, pickLanguage } from '../get-text.ts';
import { askWhereToGet } from './about.ts';
import { JoinPage } from './join-page.tsx';

provideText(createGetText(pickLanguage(navigator.languages)));
const root = document.getElementById('join');
if (root) {
  const draw = (whereToGet: string) => render(<JoinPage address={location.href} whereToGet={whereToGet} />, root);
  draw('');
  // The page is whole without it.
  void askWhereToGet().then(draw);
}
