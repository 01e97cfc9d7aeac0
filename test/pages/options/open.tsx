import { Options } from '../../../src/pages/options/options.tsx';
import { StoreContext } from '../../../src/pages/options/store-context.ts';
import type { Device } from '../../store/device.ts';
import { draw } from '../../ui/drawn.ts';

/** The options of a device, drawn. */
export const openOptions = (device: Device): HTMLElement =>
  draw(
    <StoreContext.Provider value={device.store}>
      <Options />
    </StoreContext.Provider>,
  ).root;

/** One of its sections. */
export const section = (root: Element, id: string): HTMLElement => root.querySelector(`#${id}`) as HTMLElement;

export const field = (root: Element, label: string): HTMLInputElement => {
  const found = [...root.querySelectorAll('label')].find((one) => one.textContent?.trim() === label);
  return [...root.querySelectorAll('input')].find(({ id }) => id === found?.htmlFor) as HTMLInputElement;
};
