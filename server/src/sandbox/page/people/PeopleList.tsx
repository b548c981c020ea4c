import { useState } from 'react';
import type { PersonView } from '../../pageApi/views';
import { useSettings } from '../app/settings';
import type { SandboxState } from '../app/useSandbox';
import { Icon } from '../ui/Icon';
import { PersonRow } from './PersonRow';

interface Props {
  people: PersonView[];
  link: SandboxState['link'];
  typing: SandboxState['typing'];
  active: number | null;
  onChoose: (personId: number) => void;
}

/** The accounts of the sandbox: customers, staff, groups; those who spoke last first. */
export function PeopleList({ people, link, typing, active, onChoose }: Props) {
  const { t, theme, switchTheme, switchLocale } = useSettings();
  const [wanted, setWanted] = useState('');
  const needle = wanted.trim().toLowerCase();
  const titles = { customer: t.customers, staff: t.staff, group: t.groups };
  const groups = (['customer', 'staff', 'group'] as const).map((kind) => ({
    title: titles[kind],
    views: people
      .filter(({ person }) => person.kind === kind && matches(person, needle))
      .sort((a, b) => (b.last?.message.date ?? 0) - (a.last?.message.date ?? 0)),
  }));
  return (
    <aside className="people">
      <header className="peopleHeader">
        <label className="searchBox">
          <Icon name="search" size={20} />
          <input
            type="search"
            value={wanted}
            placeholder={t.search}
            aria-label={t.search}
            onChange={(event) => setWanted(event.target.value)}
          />
        </label>
        <button
          type="button"
          className="round"
          onClick={switchTheme}
          aria-label={theme === 'light' ? t.dark : t.light}
          title={theme === 'light' ? t.dark : t.light}
          data-testid="theme-switch"
        >
          <Icon name={theme === 'light' ? 'moon' : 'sun'} size={22} />
        </button>
        <button
          type="button"
          className="round localeSwitch"
          onClick={switchLocale}
          title={t.language}
          aria-label={t.language}
          data-testid="locale-switch"
        >
          {t.language.slice(0, 2).toUpperCase()}
        </button>
      </header>
      <nav className="peopleScroll" aria-label={t.choose}>
        {groups.map(({ title, views }) =>
          views.length === 0 ? null : (
            <section key={title}>
              <h2 className="groupTitle">{title}</h2>
              {views.map((view) => (
                <PersonRow
                  key={view.person.id}
                  view={view}
                  active={view.person.id === active}
                  typingUntil={typing[view.person.id] ?? 0}
                  onChoose={() => onChoose(view.person.id)}
                />
              ))}
            </section>
          ),
        )}
      </nav>
      <footer className="peopleFooter">
        <span className={`linkDot ${link}`} />
        <span>
          <b>{t.sandbox}</b>
          <br />
          {link === 'up' ? t.sandboxHint : t.connecting}
        </span>
      </footer>
    </aside>
  );
}

function matches(person: PersonView['person'], needle: string): boolean {
  const text = `${person.firstName} ${person.lastName ?? ''} ${person.username ?? ''} ${person.note ?? ''}`;
  return text.toLowerCase().includes(needle);
}
