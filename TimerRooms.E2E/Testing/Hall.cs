using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;

namespace TimerRooms.E2E.Testing;

/// <summary>A room whose timers' facts the test knows, so that it knows when each digit is due.</summary>
public static class Hall
{
    /// <summary>A countdown into overtime.</summary>
    public static RoomTimer Countdown(string title, TimeSpan duration) =>
        new(Guid.CreateVersion7(), title, TimerKind.Countdown, duration) { AtZero = AtZero.Overtime, ChangedIn = 1 };

    public static RoomTimer CountUp(string title) => new(Guid.CreateVersion7(), title, TimerKind.CountUp, TimeSpan.Zero) { ChangedIn = 1 };

    public static Room Of(params IEnumerable<RoomTimer> timers) =>
        new(Guid.CreateVersion7(), "", "Main hall") { Version = 1, Links = [new(Guid.CreateVersion7(), LinkScope.View, "Viewer link") { Token = Tokens.New() }], Timers = [.. timers] };

    /// <summary>Three timers that run from now on, each changing its digits in another part of the second.</summary>
    public static Room Running(TimeSpan left)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        return Of(
            Countdown("Talk", left).Start(now),
            Countdown("Long day", left + TimeSpan.FromHours(1)).Start(now.AddMilliseconds(-371)),
            CountUp("So far").Start(now.AddMilliseconds(-702)));
    }

    /// <summary>When a running timer is due to show so many seconds.</summary>
    public static DateTimeOffset MomentOf(this RoomTimer timer, int seconds)
    {
        var begun = timer.Run.RunningSince!.Value - timer.Run.Banked;
        return timer.Kind == TimerKind.CountUp ? begun.AddSeconds(seconds) : begun + timer.Total - TimeSpan.FromSeconds(seconds);
    }
}
