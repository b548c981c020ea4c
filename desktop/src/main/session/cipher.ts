/** Hides a text from other programs of the same person, as well as the system can. */
export interface Cipher {
  /** `obfuscated`: the system has no keyring, a determined reader of the file finds the text. */
  readonly storage: 'keychain' | 'obfuscated';
  encrypt(text: string): Promise<Buffer>;
  /** Rejects when the bytes were not made by this cipher on this account. */
  decrypt(bytes: Buffer): Promise<string>;
}
