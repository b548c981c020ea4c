import type { Message } from '../../domain/conversations/message';

/** What is neither text nor a file but has a call of its own. */
export interface Place {
  method: string;
  params: Record<string, unknown>;
}

/** A location, venue or contact that staff sent from their own Telegram, as what it is. */
export function placeOf({ kind, extra, content }: Message): Place | null {
  const { latitude, longitude, phoneNumber, contactName } = extra ?? {};
  if (kind === 'LOCATION' && latitude !== undefined && longitude !== undefined) {
    const [title = '', ...address] = content.split('\n');
    if (title === '') return { method: 'sendLocation', params: { latitude, longitude } };
    const venue = { title, address: address.join(', ') || title };
    return { method: 'sendVenue', params: { latitude, longitude, ...venue } };
  }
  if (kind === 'CONTACT' && phoneNumber !== undefined) {
    const params = { phone_number: phoneNumber, first_name: contactName || phoneNumber };
    return { method: 'sendContact', params };
  }
  return null;
}
