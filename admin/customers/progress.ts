interface Gap {
  spendGap: string | null;
  pointsGap: number | null;
  spend: string;
  points: number;
}

/** How much of the way to the next tier is done, in percent; what the server measures by decides. */
export function progressShare({ spendGap, pointsGap, spend, points }: Gap): number {
  const done = spendGap !== null ? Number(spend) : points;
  const left = spendGap !== null ? Number(spendGap) : (pointsGap ?? 0);
  const whole = done + left;
  return whole > 0 ? Math.max(0, Math.min(100, (done / whole) * 100)) : 0;
}
