// @vitest-environment happy-dom
import '../stage.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { createId } from '../../../src/kit/id.ts';
import { RecordView } from '../../../src/pages/popup/record-view.tsx';
import { keep } from '../../../src/store/keep.ts';
import { PRIVATE } from '../../../src/store/rows.ts';
import { createDevice, value } from '../../store/device.ts';
import { until } from '../stage.ts';

afterEach(() => act(() => render(null, document.body)));

test('what is shown alone is called what it is', async () => {
  const { store } = createDevice();
  const show = async (kind: 'lesson' | 'question', body: object): Promise<string> => {
    const { id } = value(await keep(store, { id: createId(), kind, body: { created: 1, ...body } as never }, () => 1));
    const view = <RecordView store={store} recordKey={[PRIVATE, id]} note={false} page={null} onDone={() => {}} />;
    await act(() => render(view, document.body));
    const heading = await until(() => document.querySelector('h1, h2')?.textContent);
    await act(() => render(null, document.body));
    return heading;
  };
  expect(await show('question', { text: 'Who may release?' })).toBe('Question');
  expect(await show('lesson', { note: 'Drain the node first' })).toBe('Lesson');
});
