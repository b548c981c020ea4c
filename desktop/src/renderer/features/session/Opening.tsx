import { useTranslation } from '../../app/texts';
import { ConnectionMark } from '../../ui/ConnectionMark';
import classes from './SignInScreen.module.css';

/** While it is being found out who is signed in. Appears only when that takes a while. */
export function Opening() {
  const { t } = useTranslation();
  return (
    <main className={classes.screen}>
      <div className={classes.opening}>
        <p>{t('app.opening')}</p>
        <ConnectionMark />
      </div>
    </main>
  );
}
