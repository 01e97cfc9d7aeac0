import { getText } from '../../browser/text.ts';
import { openStore } from '../../store/db.ts';
import { browserDeps } from '../../sync/deps.ts';
import { startLive } from '../../sync/live.ts';
import '../../ui/base.css';
import { drawPage } from '../../ui/boundary.tsx';
import { provideText } from '../../ui/text.ts';
import { StoreContext } from './desk.ts';
import { Panel } from './panel.tsx';

provideText(getText);
const store = openStore();
drawPage(
  'panel',
  <StoreContext.Provider value={store}>
    <Panel />
  </StoreContext.Provider>,
);
// What colleagues share arrives while the panel is open; without a team this asks nothing of any network.
startLive(store, browserDeps());
