import type { ClaimedDelivery } from '../../domain/deliveries/claimDeliveries';
import type { DeliveryMaterial } from '../../domain/deliveries/loadDelivery';
import { menuOf, ownButtonAt } from '../commandMenu';
import { COMMANDS } from '../commands';
import { plain } from '../texts';
import { CannotSend, outCall, type OutCall } from './call';
import type { RenderDeps } from './view';

/**
 * The command menu and the button of one person's chat, as their role and language are when its
 * turn comes. Both stand before what is set for everybody, in which the desk cannot know them.
 */
export function renderMenu(
  { settings }: RenderDeps,
  claim: ClaimedDelivery,
  { reader, matrix }: DeliveryMaterial,
): OutCall[] {
  if (reader === null || matrix === null) throw new CannotSend('deleted before it was sent');
  const { language, role } = reader;
  const commands = outCall('setMyCommands', () => ({
    commands: menuOf(COMMANDS, language, { role, permissions: matrix[role] }),
    scope: { type: 'chat', chat_id: claim.chatId },
  }));
  const url = ownButtonAt(settings);
  const menuButton =
    url === null
      ? { type: 'default' }
      : { type: 'web_app', text: plain(language, 'menuButton'), web_app: { url } };
  const button = outCall('setChatMenuButton', () => ({
    chat_id: claim.chatId,
    menu_button: menuButton,
  }));
  return [commands, button];
}
