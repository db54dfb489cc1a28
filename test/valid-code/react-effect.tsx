// Effects that clean up after themselves.
import { useEffect, useRef, useState } from 'react';

export function useNow(period: number): Date {
  const [now, setNow] = useState(new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), period);
    return () => clearInterval(timer);
  }, [period]);
  return now;
}

export function useWindowSize(): { width: number; height: number } {
  const [size, setSize] = useState({ width: window.innerWidth, height: window.innerHeight });
  useEffect(() => {
    const measure = () => setSize({ width: window.innerWidth, height: window.innerHeight });
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return size;
}

export function useSocket(url: string, onMessage: (data: string) => void): void {
  const latest = useRef(onMessage);
  latest.current = onMessage;
  useEffect(() => {
    const socket = new WebSocket(url);
    socket.addEventListener('message', (event) => latest.current(String(event.data)));
    return () => socket.close();
  }, [url]);
}
