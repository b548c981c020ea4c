import type { MessageExtra, MessageKind } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';

/** A place, a contact or a sticker that came through the chat. */
export function Extra({ extra, kind }: { extra: MessageExtra; kind: MessageKind }) {
  const { t } = useTranslation(['miniapp', 'common']);
  const { latitude, longitude, phoneNumber, contactName, emoji } = extra;
  if (latitude !== undefined && longitude !== undefined) {
    const address = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
    return (
      <div className="extra">
        📍 {t('common:messageKind.LOCATION')}{' '}
        <a href={address} target="_blank" rel="noopener noreferrer">
          {t('chat.location')}
        </a>
      </div>
    );
  }
  if (phoneNumber !== undefined) {
    return (
      <div className="extra">
        👤 {contactName} <a href={`tel:${phoneNumber.replace(/[^+\d]/g, '')}`}>{phoneNumber}</a>
      </div>
    );
  }
  if (emoji !== undefined) {
    return (
      <div
        className="sticker"
        role="img"
        aria-label={`${t(`common:messageKind.${kind}`)} ${emoji}`}
      >
        {emoji}
      </div>
    );
  }
  return null;
}
