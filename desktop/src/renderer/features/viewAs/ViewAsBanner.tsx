import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from '../../app/texts';
import classes from './ViewAsBanner.module.css';
import { useViewAs } from './viewAsContext';

/** Says that the desk is shown as another role sees it, and leads back with one click. */
export function ViewAsBanner() {
  const { t } = useTranslation();
  const { role, viewAs } = useViewAs();
  if (role === null) return null;
  return (
    <div className={classes.banner} role="status" data-testid="view-as-banner">
      <IconEye size={16} stroke={1.6} aria-hidden="true" />
      <span>{t('rights.viewingAs', { role: t(`role.${role}`) })}</span>
      <Button
        variant="white"
        size="compact-xs"
        data-testid="view-as-leave"
        onClick={() => viewAs(null)}
      >
        {t('rights.leave')}
      </Button>
    </div>
  );
}
