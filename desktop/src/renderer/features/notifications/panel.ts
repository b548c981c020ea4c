import { createStore } from '../../app/store';

/** Whether the list of notifications lies open. */
export const panelOpened = createStore(false);
