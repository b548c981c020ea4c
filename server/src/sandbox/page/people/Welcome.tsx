import { useSettings } from '../app/settings';
import { BotAvatar } from '../ui/Avatar';

/** The empty right side, before anybody was chosen. */
export function Welcome({ followsLink }: { followsLink: boolean }) {
  const { t } = useSettings();
  return (
    <main className="chat welcome">
      <div className="welcomeCard">
        <BotAvatar size={72} />
        <h1>{t.choose}</h1>
        <p>{followsLink ? t.chooseLink : t.chooseHint}</p>
      </div>
    </main>
  );
}
