/** The title of the first screen by language. */
export interface BootTexts {
  ru: string;
  en: string;
}

/** A sign-in that the page began before the app was there. */
export interface EarlySignIn {
  /** What was asked: an answer counts only for the same question. */
  body: string;
  response: Promise<Response>;
}

declare global {
  interface Window {
    earlySignIn?: EarlySignIn;
  }
}

/** `fetch`, except that a sign-in which is already under way is not begun again. */
export const fetchUnlessBegun: typeof fetch = (input, init) => {
  const early = window.earlySignIn;
  delete window.earlySignIn;
  return early !== undefined && init?.body === early.body ? early.response : fetch(input, init);
};
