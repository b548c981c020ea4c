import { useState, type ComponentProps, type ReactNode } from 'react';
import { LazyMenu } from './LazyMenu';
import { MomentItems } from './MomentItems';
import { OtherMoment } from './OtherMoment';

interface Props extends Omit<ComponentProps<typeof LazyMenu>, 'children' | 'shadow'> {
  /** Entries over the moments, and under them. */
  above?: ReactNode;
  below?: ReactNode;
  /** Of the dialog for any other moment: its title, and the word on its button. */
  other: { title: string; action: string };
  onPick: (at: Date) => void;
}

/** A menu of the usual moments; any other one is asked for in a dialog. */
export function MomentMenu({ above, below, other, onPick, ...menu }: Props) {
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <LazyMenu {...menu} shadow="md">
        {above}
        <MomentItems onPick={onPick} onOther={() => setChoosing(true)} />
        {below}
      </LazyMenu>
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
