namespace TimerRooms.Bench;

/// <summary>One thing that was measured, once.</summary>
/// <param name="Scenario">As "Fan-out, 1,000 viewers".</param>
/// <param name="Name">As "publish to received, p99".</param>
/// <param name="Unit">"ms", "µs", "KB", "MB", "/s", "%" or "".</param>
public sealed record Figure(string Scenario, string Name, string Unit, Side Side, double Value);
public enum Side { TimerRooms, SocketIo }
