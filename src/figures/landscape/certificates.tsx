/** The two roads beside the saddle line, each with what certifies where it leads. */
import { useMemo } from 'react';
import { Certificate } from '#landscape/certificate';
import { sourceFrom } from '#ui/source';
import type { LandscapeSession } from './session';
import { text } from './text';

/** Both roads. */
export function Certificates({ session }: { readonly session: LandscapeSession }) {
  const sources = useMemo(() => {
    const { api } = session;
    const road = (side: 'plus' | 'minus') => sourceFrom([api], () => api.getState().roads[side]);
    return { plus: road('plus'), minus: road('minus') };
  }, [session]);
  return (['plus', 'minus'] as const).map((side) => (
    <Certificate
      key={side}
      source={sources[side]}
      name={side}
      title={text.certificate[side]}
      waiting={text.computing.roads}
    />
  ));
}
