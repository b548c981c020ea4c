import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from './Icon';

interface TabBarProps<Name extends string> {
  tabs: Readonly<Record<Name, { icon: IconName }>>;
  current: Name;
  /** A number worth noticing beside a tab's icon; absent or 0: none. */
  badges: Partial<Record<Name, number>>;
  onChoose: (tab: Name) => void;
}

/** Above this a badge says "and more". */
const MOST_SHOWN = 99;

/** The places of the app, at the foot where a thumb reaches them. */
export function TabBar<Name extends TabLabel>({
  tabs,
  current,
  badges,
  onChoose,
}: TabBarProps<Name>) {
  const { t } = useTranslation();
  return (
    <nav className="tab-bar" aria-label={t('tabs.label')}>
      {(Object.keys(tabs) as Name[]).map((name) => {
        const count = badges[name] ?? 0;
        return (
          <button
            key={name}
            type="button"
            className="tab"
            data-testid={`tab-${name}`}
            aria-current={name === current ? 'page' : undefined}
            onClick={() => onChoose(name)}
          >
            <span className="tab-icon">
              <Icon name={tabs[name].icon} size={24} />
              {count > 0 && (
                <span className="tab-badge" data-testid={`tab-badge-${name}`}>
                  {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
                </span>
              )}
            </span>
            <span className="tab-name">{t(`tabs.${name}`)}</span>
          </button>
        );
      })}
    </nav>
  );
}

/** Words for these stand under `tabs` in the locales. */
export type TabLabel = 'tickets' | 'notifications' | 'help' | 'profile';
