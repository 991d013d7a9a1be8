/** Does it unless a dialog is open, to which the key belongs then. */
export function unlessInDialog(act: () => void): void {
  if (!document.querySelector('[role="dialog"]')) act();
}
