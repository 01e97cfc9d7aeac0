/** What journeys look at in our background. Each function is sent there as text. */

/** Whether a panel or popup of ours is open. */
export async function isSurfaceOpen(): Promise<boolean> {
  const { extension, runtime } = chrome;
  if (extension.getViews) return extension.getViews().some(({ location }) => /sidebar|popup/.test(location.pathname));
  const open = await runtime.getContexts({});
  return open.some(({ contextType }) => contextType === 'SIDE_PANEL' || contextType === 'POPUP');
}
