import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

interface FeedBlockProps {
  scroller: RefObject<HTMLElement | null>;
  /** Drawn wherever it is: something in it is about to be shown. */
  forced: boolean;
  children: ReactNode;
}

/** How far beyond the screen (pixels) a block is still drawn. */
const BEYOND = '1600px 0px';

/**
 * A piece of a long conversation. Far from the screen it is an empty box of its own height, so
 * that thousands of messages cost no more than what can be seen.
 */
export function FeedBlock({ scroller, forced, children }: FeedBlockProps) {
  const element = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number | null>(null);
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const near = entries.at(-1)?.isIntersecting ?? true;
        // A conversation out of sight measures nothing.
        const pixels = target.offsetHeight;
        setHeight(near || pixels === 0 ? null : pixels);
      },
      { root: scroller.current, rootMargin: BEYOND },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [scroller]);
  const drawn = height === null || forced;
  return (
    <div ref={element} className="feed-block" style={drawn ? undefined : { height }}>
      {drawn && children}
    </div>
  );
}
