import { createStore } from '../../app/store';

/** Whether the list of what is not sent lies open. */
export const queueOpened = createStore(false);
