import { useTranslation } from '../../app/texts';
import { Avatar } from '../../ui/Avatar';
import { useSignedIn } from '../session/sessionContext';
import { Group } from './Group';
import { NameRow } from './NameRow';
import classes from './ProfileSection.module.css';
import { Row } from './Row';
import { SignatureGroup } from './SignatureGroup';
import { SignOutButton } from './SignOutButton';
import { TelegramNotices } from './TelegramNotices';

const STORAGE = {
  keychain: 'settings.storageKeychain',
  obfuscated: 'settings.storageObfuscated',
  browser: 'settings.storageBrowser',
} as const;

/** Who the person is at this desk. */
export function ProfileSection() {
  const { t } = useTranslation();
  const { user, serverUrl, storage } = useSignedIn();
  return (
    <>
      <Group title={t('settings.account')}>
        <Row
          label={
            <span className={classes.person}>
              <Avatar person={user} size={32} />
              <span>
                {user.displayName}
                <span className={classes.role}>{t(`role.${user.role}`)}</span>
              </span>
            </span>
          }
        >
          <SignOutButton />
        </Row>
        <NameRow />
        <Row label={t('settings.server')}>
          <span className={classes.value}>{serverUrl}</span>
        </Row>
        <Row label={t('settings.storage')}>
          <span className={classes.value}>{t(STORAGE[storage])}</span>
        </Row>
      </Group>
      <SignatureGroup />
      <TelegramNotices />
    </>
  );
}
