import type { ComponentProps, ReactNode } from 'react';
import { NavLink } from './Link';
import classes from './NavItem.module.css';

interface Props extends Omit<ComponentProps<typeof NavLink>, 'children' | 'className'> {
  icon: ReactNode;
  label: string;
  /** Behind the label: how much there is. */
  children?: ReactNode;
}

/** A page in a list of pages: the one that is open is marked. */
export function NavItem({ icon, label, children, ...link }: Props) {
  return (
    <NavLink {...link} className={classes.item}>
      {icon}
      <span className={classes.label}>{label}</span>
      {children}
    </NavLink>
  );
}
