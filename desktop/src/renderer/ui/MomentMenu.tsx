import { Menu, type MenuProps } from '@mantine/core';
import { useState, type ReactElement, type ReactNode } from 'react';
import { MomentItems } from './MomentItems';
import { OtherMoment } from './OtherMoment';

interface Props extends Pick<MenuProps, 'opened' | 'onChange' | 'position'> {
  /** The button that opens it. */
  target: ReactElement;
  /** Entries over the moments, and under them. */
  above?: ReactNode;
  below?: ReactNode;
  /** Of the dialog for any other moment: its title, and the word on its button. */
  other: { title: string; action: string };
  onPick: (at: Date) => void;
}

/** A menu of the usual moments; any other one is asked for in a dialog. */
export function MomentMenu({ target, above, below, other, onPick, ...menu }: Props) {
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <Menu {...menu} shadow="md" transitionProps={{ duration: 0 }}>
        <Menu.Target>{target}</Menu.Target>
        <Menu.Dropdown>
          {above}
          <MomentItems onPick={onPick} onOther={() => setChoosing(true)} />
          {below}
        </Menu.Dropdown>
      </Menu>
      {choosing && (
        <OtherMoment
          {...other}
          onClose={() => setChoosing(false)}
          onPick={(at) => {
            setChoosing(false);
            onPick(at);
          }}
        />
      )}
    </>
  );
}
