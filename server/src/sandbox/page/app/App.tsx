import { SettingsProvider } from './settings';
import { ToastProvider } from '../ui/Toasts';
import { Shell } from './Shell';

export function App() {
  return (
    <SettingsProvider>
      <ToastProvider>
        <Shell />
      </ToastProvider>
    </SettingsProvider>
  );
}
