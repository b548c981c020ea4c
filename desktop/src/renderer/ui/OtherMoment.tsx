import { lazy, Suspense, type ComponentProps } from 'react';

const MomentDialog = lazy(() =>
  import('./MomentDialog').then(({ MomentDialog: dialog }) => ({ default: dialog })),
);

/** Asks for any moment; the calendar comes when it is first asked for. */
export function OtherMoment(props: ComponentProps<typeof MomentDialog>) {
  return (
    <Suspense fallback={null}>
      <MomentDialog {...props} />
    </Suspense>
  );
}
