/** Gives a message of the open conversation the focus, once what has it now is gone. */
export function focusMessage(id: string): void {
  requestAnimationFrame(() => {
    const message = document.querySelector<HTMLElement>(
      `article[data-message-id="${CSS.escape(id)}"]`,
    );
    message?.focus({ preventScroll: true });
    message?.scrollIntoView({ block: 'nearest' });
  });
}
