/** What Electron's `globalShortcut` does. */
export interface ShortcutRegistry {
  register(accelerator: string, pressed: () => void): boolean;
  unregister(accelerator: string): void;
}

export interface SystemShortcut {
  /** Takes this key from the system, or gives back the one before; null: none is wanted. */
  follow(accelerator: string | null): void;
  state(): 'off' | 'works' | 'taken';
}

/** A key that brings the console to the front from anywhere, and puts it away again. */
export function createSystemShortcut(
  registry: ShortcutRegistry,
  pressed: () => void,
): SystemShortcut {
  let held: string | null = null;
  let state: ReturnType<SystemShortcut['state']> = 'off';

  function take(accelerator: string): boolean {
    try {
      return registry.register(accelerator, pressed);
    } catch {
      // Electron throws for what it cannot read as a key.
      return false;
    }
  }

  return {
    follow(accelerator) {
      if (accelerator === held) return;
      if (held !== null && state === 'works') registry.unregister(held);
      held = accelerator;
      state = accelerator === null ? 'off' : take(accelerator) ? 'works' : 'taken';
    },
    state: () => state,
  };
}
