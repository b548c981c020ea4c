import type { Message } from '@tikethet/shared/contracts';
import { useTranslation } from '../../app/texts';
import { OutsideLink } from './MessageText';

/** What Telegram messages carry beside text and files: a place, a contact, a sticker. */
export function Extra({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { extra, kind } = message;
  if (extra?.latitude !== undefined && extra.longitude !== undefined) {
    const place = `${extra.latitude},${extra.longitude}`;
    const url = `https://www.openstreetmap.org/?mlat=${extra.latitude}&mlon=${extra.longitude}#map=16/${place.replace(',', '/')}`;
    return (
      <div>
        {t('messageKind.LOCATION')}: {place} ·{' '}
        <OutsideLink url={url}>{t('conversation.map')}</OutsideLink>
      </div>
    );
  }
  if (extra?.phoneNumber !== undefined) {
    return (
      <div>
        {t('messageKind.CONTACT')}: {extra.contactName} {extra.phoneNumber}
      </div>
    );
  }
  if (extra?.emoji !== undefined && message.attachments.length === 0) {
    return <div style={{ fontSize: 40, lineHeight: '48px' }}>{extra.emoji}</div>;
  }
  if (message.content === '' && message.attachments.length === 0) {
    if (extra?.other !== undefined) return <em>{t(`otherContent.${extra.other}`)}</em>;
    return <em>{kind === 'OTHER' ? t('conversation.unsupported') : t(`messageKind.${kind}`)}</em>;
  }
  return null;
}
