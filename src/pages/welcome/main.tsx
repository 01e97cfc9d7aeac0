import { getText } from '../../browser/text.ts';
import { openStore } from '../../store/db.ts';
import '../../ui/base.css';
import { drawPage } from '../../ui/boundary.tsx';
import { provideText, text } from '../../ui/text.ts';
import { Welcome } from './welcome.tsx';

provideText(getText);
document.title = `${text('welcomeTitle')} · Sidelight`;
drawPage('welcome', <Welcome store={openStore()} />);
