/** What is counted while the process lives, for `/metrics`. No team, member or address is among the labels. */
export interface Counts {
  request(route: string, status: number, seconds: number): void;
  pushed(records: number, refused: number): void;
  /** In the text format of Prometheus. */
  text(gauges: Record<string, number>): string;
}

/** Upper ends of the buckets that answers are sorted into, in seconds. */
const ENDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export function createCounts(): Counts {
  const requests = new Map<string, number>();
  const slower = new Array<number>(ENDS.length + 1).fill(0);
  const sums = { seconds: 0, answers: 0, pushed: 0, refused: 0 };
  return {
    request(route, status, seconds) {
      const labels = `route="${route}",status="${status}"`;
      requests.set(labels, (requests.get(labels) ?? 0) + 1);
      const bucket = ENDS.findIndex((end) => seconds <= end);
      const at = bucket === -1 ? ENDS.length : bucket;
      slower[at] = (slower[at] ?? 0) + 1;
      sums.seconds += seconds;
      sums.answers++;
    },
    pushed(records, refused) {
      sums.pushed += records;
      sums.refused += refused;
    },
    text(gauges) {
      let below = 0;
      const lines = [
        '# TYPE sidelight_requests_total counter',
        ...[...requests].map(([labels, count]) => `sidelight_requests_total{${labels}} ${count}`),
        '# TYPE sidelight_answer_seconds histogram',
        ...ENDS.map((end, i) => {
          below += slower[i] ?? 0;
          return `sidelight_answer_seconds_bucket{le="${end}"} ${below}`;
        }),
        `sidelight_answer_seconds_bucket{le="+Inf"} ${sums.answers}`,
        `sidelight_answer_seconds_sum ${sums.seconds}`,
        `sidelight_answer_seconds_count ${sums.answers}`,
        '# TYPE sidelight_records_pushed_total counter',
        `sidelight_records_pushed_total ${sums.pushed}`,
        '# TYPE sidelight_records_refused_total counter',
        `sidelight_records_refused_total ${sums.refused}`,
        ...Object.entries(gauges).flatMap(([name, value]) => [
          `# TYPE sidelight_${name} gauge`,
          `sidelight_${name} ${value}`,
        ]),
      ];
      return `${lines.join('\n')}\n`;
    },
  };
}
