namespace TimerRooms.Core.Live;

/// <summary>What someone did to a timer last, in this process.</summary>
/// <param name="Text">In words, as <c>paused by Ada</c>.</param>
public sealed record TimerAct(long Version, DateTimeOffset At, string Text);
