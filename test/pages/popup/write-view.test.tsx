// @vitest-environment happy-dom
import '../stage.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { WriteView } from '../../../src/pages/popup/write-view.tsx';
import { find } from '../../../src/store/find.ts';
import { createDevice } from '../../store/device.ts';
import { type } from '../../ui/drawn.ts';
import { until } from '../stage.ts';

afterEach(() => act(() => render(null, document.body)));

test('what is written where the browser is German is found by other forms of its words', async () => {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('de-AT');
  const { store } = createDevice();
  let isDone = false;
  await act(() =>
    render(
      <WriteView
        store={store}
        onDone={() => {
          isDone = true;
        }}
      />,
      document.body,
    ),
  );
  const note = document.querySelector('textarea');
  if (!note) throw new Error('nothing to write into');
  await type(note, 'Zertifikate erneuern');
  await act(() => document.querySelector('form')?.requestSubmit());
  await until(() => isDone);
  const { hits } = await find(store.relaxed, 'zertifikat erneuert', { limit: 5 });
  expect(hits).toMatchObject([{ isWhole: true, record: { body: { note: 'Zertifikate erneuern', lang: 'de' } } }]);
});
