import { getText } from '../../browser/text.ts';
import { openStore } from '../../store/db.ts';
import '../../ui/base.css';
import { drawPage } from '../../ui/boundary.tsx';
import { provideText, text } from '../../ui/text.ts';
import { Options } from './options.tsx';
import { StoreContext } from './store-context.ts';

provideText(getText);
document.title = `${text('optionsTitle')} · Sidelight`;
drawPage(
  'options',
  <StoreContext.Provider value={openStore()}>
    <Options />
  </StoreContext.Provider>,
);
