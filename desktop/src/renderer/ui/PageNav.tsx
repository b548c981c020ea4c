import type { Icon } from '@tabler/icons-react';
import { NavItem } from './NavItem';
import classes from './PageNav.module.css';

interface Page {
  to: string;
  label: string;
  icon: Icon;
  testId: string;
}

interface Props {
  title: string;
  /** `h1` where the pages have no titles of that rank themselves. */
  titleAs?: 'h1' | 'p';
  /** Pages that belong together; groups without any are left out. */
  groups: readonly { label: string; pages: readonly Page[] }[];
  /** Whether a page takes the place of the one before it in the history. */
  replace?: boolean;
}

/** The list of pages beside the one that is open. */
export function PageNav({ title, titleAs: Title = 'p', groups, replace = false }: Props) {
  return (
    <nav className={classes.side} aria-label={title}>
      <Title className={classes.title}>{title}</Title>
      {groups.map(
        ({ label, pages }) =>
          pages.length > 0 && (
            <section key={label} aria-label={label}>
              <h2 className={classes.heading}>{label}</h2>
              <ul className={classes.list}>
                {pages.map((page) => (
                  <li key={page.to}>
                    <NavItem
                      to={page.to}
                      replace={replace}
                      icon={<page.icon size={16} stroke={1.6} aria-hidden="true" />}
                      label={page.label}
                      data-testid={page.testId}
                    />
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </nav>
  );
}
