import { safeStorage } from 'electron';
import type { Cipher } from './cipher';

const asynchronous: Cipher = {
  storage: 'keychain',
  encrypt: (text) => safeStorage.encryptStringAsync(text),
  decrypt: async (bytes) => (await safeStorage.decryptStringAsync(bytes)).result,
};

const synchronous = (storage: Cipher['storage']): Cipher => ({
  storage,
  encrypt: async (text) => safeStorage.encryptString(text),
  decrypt: async (bytes) => safeStorage.decryptString(bytes),
});

/**
 * The best the system offers. The asynchronous calls must not be touched when they are unavailable:
 * Electron 42 ends with a segmentation fault.
 * @see https://www.electronjs.org/docs/latest/api/safe-storage
 */
export async function chooseCipher(): Promise<Cipher> {
  const basicText =
    process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  if (!basicText && (await safeStorage.isAsyncEncryptionAvailable())) return asynchronous;
  if (!basicText && safeStorage.isEncryptionAvailable()) return synchronous('keychain');
  // A key that is the same on every computer: it only keeps the token out of plain sight.
  safeStorage.setUsePlainTextEncryption(true);
  return synchronous('obfuscated');
}
