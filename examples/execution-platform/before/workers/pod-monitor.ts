import type { Platform } from '../../platform/platform.ts';
import { nextSignal } from '../../platform/signals.ts';
import { createProviders } from '../providers.ts';

export async function runPodMonitor(platform: Platform): Promise<void> {
  const container = createProviders(platform);
  const monitor = await container.resolve('podMonitor');
  await monitor.start();
  await nextSignal();
  await monitor.stop();
  await container.dispose(); // FINDING: lifecycle/require-isolated-stops
}
