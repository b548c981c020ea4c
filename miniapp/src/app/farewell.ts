import { createStore } from '../state/store';
import { forgetPerson } from '../state/forgetPerson';
import { queryClient } from './queryClient';

/** The person has had their data erased: nothing but the goodbye is shown from then on. */
export const isOver = createStore(false);

/** Forgets everything on this device; the app ends here. */
export async function farewell(): Promise<void> {
  isOver.set(true);
  queryClient.clear();
  await forgetPerson();
}
