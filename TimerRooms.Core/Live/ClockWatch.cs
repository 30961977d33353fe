using Microsoft.Extensions.Logging;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;
using TimerRooms.Core.Time;

namespace TimerRooms.Core.Live;

/// <summary>
/// Looks once a second whether the host's clock was set or the host slept: the one thing on the server that goes on while
/// nothing changes, whatever the number of rooms and pages. A clock that was set must be on disk within a second.
/// </summary>
public sealed class ClockWatch(ServerClock clock, RoomRegistry registry, RoomStore store, Deadlines deadlines, ILogger<ClockWatch> logger) : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private ITimer? timer;
    private (CorrectClock Command, IReadOnlyList<LiveRoom> Rooms)? uncorrected;
    private TimeSpan saved;
    private int looking;

    public void Start() => timer = clock.CreateTimer(_ => _ = LookAsync(), null, Pace, Pace);

    public void Dispose() => timer?.Dispose();

    /// <summary>One look. A step that could not be saved is saved at the next one.</summary>
    internal async Task LookAsync()
    {
        if (Interlocked.Exchange(ref looking, 1) == 1) return;
        try
        {
            if (clock.FindStep() is { } step) await TakeAsync(step);
            if (uncorrected is var (command, rooms)) Remember(command, await RoomRegistry.ExecuteInAsync(rooms, command));
            if (clock.WallOffset != saved)
            {
                await store.SaveWallOffsetAsync(clock.WallOffset);
                saved = clock.WallOffset;
            }
            deadlines.Wake();
        }
        catch (Exception e)
        {
            LiveLog.ClockNotSaved(logger, e);
        }
        finally
        {
            Volatile.Write(ref looking, 0);
        }
    }

    private async Task TakeAsync(ClockStep step)
    {
        if (step.IsFirstSync)
        {
            // on this process's clock, which does not step, what was saved before it began lies further back than it looked
            LiveLog.ClockSynced(logger, step.By);
            var command = new CorrectClock(clock.StartedAt, -step.By);
            Remember(command, await registry.ExecuteInAllAsync(command));
        }
        else
        {
            LiveLog.ClockStepped(logger, step.By);
        }
    }

    /// <summary>A room that could not save its correction takes it at the next look.</summary>
    private void Remember(CorrectClock command, IReadOnlyList<LiveRoom> rooms) => uncorrected = rooms.Count > 0 ? (command, rooms) : null;
}
