import { render } from 'preact';
import { getText } from '../../browser/text.ts';
import { openStore } from '../../store/db.ts';
import '../../ui/base.css';
import { provideText, text } from '../../ui/text.ts';
import { Welcome } from './welcome.tsx';

provideText(getText);
document.title = `${text('welcomeTitle')} · Sidelight`;
const root = document.getElementById('welcome');
if (root) render(<Welcome store={openStore()} />, root);
