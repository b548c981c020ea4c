import { Menu } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useTranslation } from '../app/texts';
import { momentText, usualMoments } from './moments';
import { useNow } from './time';
import classes from './MomentItems.module.css';

interface Props {
  onPick: (at: Date) => void;
  /** Any other moment. */
  onOther: () => void;
}

/** The usual moments as entries of a menu. */
export function MomentItems({ onPick, onOther }: Props) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  return (
    <>
      {usualMoments(new Date(now)).map(({ name, at }) => (
        <Menu.Item
          key={name}
          data-testid={`moment-${name}`}
          rightSection={
            <span className={classes.at}>{momentText(at.toISOString(), now, i18n.language)}</span>
          }
          onClick={() => onPick(at)}
        >
          {t(`moment.${name}`)}
        </Menu.Item>
      ))}
      <Menu.Item
        leftSection={<IconCalendar size={14} stroke={1.7} />}
        data-testid="moment-other"
        onClick={onOther}
      >
        {t('moment.other')}
      </Menu.Item>
    </>
  );
}
