import { render } from 'preact';
import '../../ui/base.css';
import { provideText } from '../../ui/text.ts';
import { createGetText, pickLanguage } from '../get-text.ts';
import { TeamPage } from './team-page.tsx';

provideText(createGetText(pickLanguage(navigator.languages)));
const root = document.getElementById('team');
if (root) render(<TeamPage />, root);
