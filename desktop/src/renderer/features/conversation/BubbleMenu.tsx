import { useState } from 'react';
import { BubbleActions, type BubbleActionsProps } from './BubbleActions';
import { Dots } from './Dots';

/**
 * The door to what can be done with one message. A conversation holds many of them: only those
 * that were opened once are whole menus.
 */
export function BubbleMenu(props: BubbleActionsProps) {
  const [used, setUsed] = useState(false);
  return used ? <BubbleActions {...props} /> : <Dots onClick={() => setUsed(true)} />;
}
