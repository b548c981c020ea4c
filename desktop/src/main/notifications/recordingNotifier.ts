import type { NotificationContent, Notifier } from './notifier';

export interface RecordingNotifier extends Notifier {
  /** Everything shown since the start, oldest first. */
  readonly shown: readonly NotificationContent[];
  /** Does what a person's click on number `index` does. */
  click(index: number): void;
}

/** Notes what is shown on its way to another notifier: tests look here, where no desktop is. */
export function createRecordingNotifier(inner: Notifier): RecordingNotifier {
  const shown: NotificationContent[] = [];
  const clicks: (() => void)[] = [];
  return {
    shown,
    click(index) {
      const onClick = clicks[index];
      if (onClick === undefined) throw new Error(`No notification ${index}`);
      onClick();
    },
    show(content, onClick) {
      shown.push(content);
      clicks.push(onClick);
      inner.show(content, onClick);
    },
    clear: () => inner.clear(),
  };
}
